import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, Suspense, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { Attach } from '../files/Attach.tsx'
import { AttachedList } from '../files/AttachedList.tsx'
import { ownerTarget } from '../files/upload.ts'
import { useAttachments } from '../files/use-attachments.ts'
import { useMay } from '../session/session.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { threadQuery } from './queries.ts'

const KINDS = [
  { value: 'message', label: 'Answer' },
  { value: 'note', label: 'Note for colleagues' },
]

/** An answer to the client, or a note that only colleagues see. */
export function StaffComposer({ threadId }: { threadId: string }) {
  const [kind, setKind] = useState<'message' | 'note'>('message')
  const [body, setBody] = useState('')
  const attached = useAttachments()
  const attaches = useMay()('files:write')
  const send = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/threads/{id}/messages', {
          params: { path: { id: threadId } },
          body: { body: body.trim(), kind, files: attached.ids },
        }),
      ),
    onSuccess: (now) => {
      queryClient.setQueryData(threadQuery(threadId).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: ['threads'] })
      setBody('')
      attached.clear()
    },
  })
  const empty = !body.trim() && attached.files.length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!empty) send.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack mt="lg">
        <Group>
          <SegmentedControl
            aria-label="Whom it is for"
            data={KINDS}
            value={kind}
            onChange={(next) => setKind(next as 'message')}
          />
        </Group>
        <ErrorAlert error={send.error} />
        <Textarea
          label={kind === 'message' ? 'Your answer' : 'Your note'}
          description={kind === 'note' ? 'The client never sees it.' : undefined}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={20_000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {attaches && (
          <Suspense>
            <AttachedList files={attached.files} path="/files" onRemove={attached.remove} />
            <Attach
              target={ownerTarget({ type: 'thread', id: threadId })}
              room={attached.room}
              onDone={attached.add}
            />
          </Suspense>
        )}
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={send.isPending}
            disabled={empty}
            rightSection={<IconSend size={17} />}
          >
            {kind === 'message' ? 'Send' : 'Save the note'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
