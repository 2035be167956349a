import { Button, Stack, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWords } from '../i18n/language.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'

/** Where one writes an answer; what was written stays when it could not be sent. */
export function Composer({ label, send }: { label: string; send: (body: string) => Promise<unknown> }) {
  const { t } = useWords('portal')
  const [body, setBody] = useState('')
  const sending = useMutation({
    mutationFn: () => send(body.trim()),
    onSuccess: () => setBody(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body.trim()) sending.mutate()
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
        <Button
          type="submit"
          size="md"
          loading={sending.isPending}
          disabled={!body.trim()}
          rightSection={<IconSend size={18} />}
        >
          {t('composer.send')}
        </Button>
      </Stack>
    </form>
  )
}
