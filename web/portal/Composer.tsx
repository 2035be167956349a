import { Button, Stack, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Attach } from '../files/Attach.tsx'
import { AttachedList } from '../files/AttachedList.tsx'
import { LaterFiles, StuckFiles } from '../files/LaterFiles.tsx'
import type { Target } from '../files/upload.ts'
import { useAttachments } from '../files/use-attachments.ts'
import { useLaterFiles } from '../files/use-later-files.ts'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'

interface Props {
  label: string
  send?: (body: string, files: string[]) => Promise<unknown>
  /** What takes files that go along, where any do. */
  target?: Target
  /** Sends an answer whose files go once it is there; answers what takes them then. In place of `send`. */
  sendFirst?: (body: string) => Promise<Target>
}

/** Where one writes an answer; what was written stays when it could not be sent. */
export function Composer({ label, send, target, sendFirst }: Props) {
  const { t } = useWords('portal')
  const [body, setBody] = useState('')
  const attached = useAttachments()
  const later = useLaterFiles()
  const sending = useMutation({
    mutationFn: async () => {
      if (!sendFirst) return send?.(body.trim(), attached.ids)
      const to = await sendFirst(body.trim())
      setBody('')
      await later.sendTo(to, later.reset)
    },
    onSuccess: () => {
      setBody('')
      attached.clear()
    },
  })
  const empty = !body.trim() && attached.files.length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!empty && !sending.isPending && !later.made) sending.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack mt="lg">
        <ErrorAlert error={sending.error} />
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={20_000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {sendFirst && !later.made && <LaterFiles files={later} />}
        {sendFirst && later.made && <StuckFiles files={later} title={t('composer.sent')} />}
        {target && (
          <>
            <AttachedList files={attached.files} path="/portal/files" onRemove={attached.remove} />
            <Attach target={target} room={attached.room} onDone={attached.add} />
          </>
        )}
        <Button
          type="submit"
          size="md"
          loading={sending.isPending}
          disabled={empty || later.made}
          rightSection={<IconSend size={18} />}
        >
          {t('composer.send')}
        </Button>
      </Stack>
    </form>
  )
}
