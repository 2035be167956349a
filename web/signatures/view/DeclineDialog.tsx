import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendJson } from '../../api/use-save.ts'
import { useWords } from '../../i18n/language.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { pathOf, type Side } from '../queries.ts'

/** One does not sign, and says why: the request is over then. */
export function DeclineDialog({ id, side, onClose }: { id: string; side: Side; onClose: () => void }) {
  const { t } = useWords('signatures')
  const [reason, setReason] = useState('')
  const declining = useMutation({
    mutationFn: () => sendJson('POST', pathOf(side, id, 'decline'), { reason: reason.trim() }),
    meta: { touches: ['signatures', 'documents'] },
    onSuccess: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) declining.mutate()
  }
  return (
    <Dialog
      onClose={onClose}
      title={t('decline.title')}
      closeButtonProps={{ 'aria-label': t('decline.back') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('decline.hint')}</Text>
          <Textarea
            data-autofocus
            label={t('decline.reason')}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorAlert error={declining.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('decline.back')}
            </Button>
            <Button type="submit" color="red" loading={declining.isPending} disabled={!reason.trim()}>
              {t('decline.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
