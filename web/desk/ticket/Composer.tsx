import { Button, Group, Menu, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { IconChevronDown, IconLock, IconPaperclip, IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useIdempotencyKey } from '../../clients/use-idempotency-key.ts'
import { ownerTarget } from '../../files/upload.ts'
import { useUpload } from '../../files/use-upload.ts'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { MOD } from '../../ui/platform-keys.ts'
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts'
import { useLeaveWarning } from '../../ui/use-leave-warning.ts'
import type { Status, Ticket } from '../queries.ts'
import { Attached } from './Attached.tsx'
import classes from './Composer.module.css'
import { CopyFields } from './CopyFields.tsx'
import { type Draft, draftOf, keepDraft } from './drafts.ts'
import { Refusal } from './NotClosable.tsx'
import { useMentions } from './use-mentions.tsx'

interface Props {
  ticket: Ticket
  /** Where the ticket may go from here. */
  next: Status[]
  box: RefObject<HTMLTextAreaElement | null>
  /** Beside the buttons; what a macro writes goes into the box. */
  tools?: (insert: (body: string, kind: Draft['kind']) => void) => ReactNode
  onTyping: () => void
}

interface Send {
  status?: string
  override?: { reason: string }
}

/** A reply to the requester, or a note for colleagues; sending may move the ticket on. */
export function Composer({ ticket, next, box, tools, onTyping }: Props) {
  const cache = useQueryClient()
  const may = useMay()
  const once = useIdempotencyKey()
  const [draft, setDraft] = useState<Draft>(() => draftOf(ticket.id))
  const [last, setLast] = useState<Send>({})
  const mentions = useMentions(ticket.id)
  const change = (part: Partial<Draft>) => {
    const now = { ...draft, ...part }
    setDraft(now)
    keepDraft(ticket.id, now)
    if (part.body) onTyping()
  }
  const begin = (kind: Draft['kind']) => {
    change({ kind })
    box.current?.focus()
  }
  useShortcut('r', 'Write a reply', () => begin('public'))
  useShortcut('i', 'Write an internal note', () => begin('internal'))
  useLeaveWarning(draft.body.trim() !== '' || draft.files.length > 0)
  const insert = (body: string, kind: Draft['kind']) => {
    change({ kind, body: draft.body ? `${draft.body.trimEnd()}\n\n${body}` : body })
    box.current?.focus()
  }
  // Several may come to an end between two drawings of the page.
  const files = useRef(draft.files)
  files.current = draft.files
  const upload = useUpload(ownerTarget({ type: 'ticket', id: ticket.id }), (file) => {
    files.current = [...files.current, file]
    change({ files: files.current })
  })
  const send = useMutation({
    mutationFn: (how: Send) => {
      const body = {
        kind: draft.kind,
        body: draft.body.trim(),
        ...how,
        mentions: draft.kind === 'internal' ? mentions.idsIn(draft.body) : [],
        ...(draft.files.length > 0 && { fileIds: draft.files.map((f) => f.id) }),
        ...(draft.kind === 'public' && { cc: draft.cc, bcc: draft.bcc }),
      }
      return ok(
        api.POST('/api/v1/tickets/{id}/messages', {
          params: { path: { id: ticket.id } },
          body,
          headers: once({ ...body, after: ticket.messageCount }),
        }),
      )
    },
    onSuccess: () => {
      change({ body: '', files: [], cc: [], bcc: [] })
      void cache.invalidateQueries({ queryKey: ['tickets'] })
    },
  })
  const submit = (how: Send = {}) => {
    if (!draft.body.trim() || send.isPending || upload.sending) return
    setLast(how)
    send.mutate(how)
  }
  const internal = draft.kind === 'internal'
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    }
  }
  return (
    <form
      className={classes.root}
      data-kind={draft.kind}
      aria-label="Write"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="xs">
        <SegmentedControl
          size="xs"
          aria-label="What is written"
          value={draft.kind}
          onChange={(kind) => change({ kind: kind as Draft['kind'] })}
          data={[
            { value: 'public', label: 'Reply to requester' },
            { value: 'internal', label: 'Internal note' },
          ]}
          className={classes.kind}
        />
        {!internal && <CopyFields ticketId={ticket.id} draft={draft} error={send.error} onChange={change} />}
        <Textarea
          ref={box}
          aria-label={internal ? 'Internal note' : 'Reply'}
          placeholder={
            internal ? 'For colleagues alone. @ mentions somebody.' : 'What the requester should read'
          }
          maxLength={100_000}
          minRows={4}
          maxRows={18}
          value={draft.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {(draft.files.length > 0 || upload.sending) && (
          <Attached
            files={draft.files}
            upload={upload}
            onRemove={(id) => change({ files: draft.files.filter((f) => f.id !== id) })}
          />
        )}
        <ErrorAlert error={upload.error} />
        {internal && mentions.suggestions(draft.body, (body) => change({ body }))}
        <Refusal
          error={send.error}
          pending={send.isPending}
          onOverride={(reason) => submit({ ...last, override: { reason } })}
        />
        <Group justify="space-between" gap="xs">
          <Group gap={4}>
            {may('files:write') && (
              <FileButton multiple onChange={(chosen) => void upload.take(chosen)}>
                {(props) => (
                  <Button
                    {...props}
                    size="xs"
                    variant="subtle"
                    color="gray"
                    leftSection={<IconPaperclip size={16} />}
                  >
                    Attach
                  </Button>
                )}
              </FileButton>
            )}
            {tools?.(insert)}
          </Group>
          <Group gap="xs" ml="auto">
            <Text size="xs" c="dimmed" visibleFrom="md">
              {MOD} Enter sends
            </Text>
            <Button.Group>
              <Button
                type="submit"
                loading={send.isPending}
                disabled={!draft.body.trim()}
                leftSection={internal ? <IconLock size={16} /> : <IconSend size={16} />}
              >
                {internal ? 'Add note' : 'Send reply'}
              </Button>
              {next.length > 0 && (
                <Menu>
                  <Menu.Target>
                    <Button
                      px={8}
                      disabled={!draft.body.trim() || send.isPending}
                      aria-label="Send and move the ticket"
                    >
                      <IconChevronDown size={16} />
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {next.map((s) => (
                      <Menu.Item key={s.key} onClick={() => submit({ status: s.key })}>
                        {internal ? 'Add' : 'Send'} and set “{s.name}”
                      </Menu.Item>
                    ))}
                  </Menu.Dropdown>
                </Menu>
              )}
            </Button.Group>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
