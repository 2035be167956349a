import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { queryClient } from '../../api/query-client.ts'
import { sendJson } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { dateField, endOfDay } from '../../ui/time.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import type { SignatureRequest } from '../queries.ts'

/** Until when it is to be signed; a request whose day is over goes on with a new one. */
export function DayModal({ request: r, onClose }: { request: SignatureRequest; onClose: () => void }) {
  const form = useForm({ initialValues: { day: dateField(r.dueAt) } })
  const { onSubmit, pending, error, shown } = useSubmit(
    form,
    async ({ day }) => {
      const body = { dueAt: day ? endOfDay(day) : null }
      await sendJson('PATCH', `/api/v1/signatures/${r.id}`, body, { 'If-Match': `"${r.version}"` })
      await queryClient.invalidateQueries({ queryKey: ['signatures'] })
      onClose()
    },
    { dueAt: 'day' },
  )
  return (
    <Dialog onClose={onClose} title="Until when?">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput
          type="date"
          label="Until the end of (optional)"
          description="Empty: without a day."
          data-autofocus
          {...form.getInputProps('day')}
        />
      </FormFrame>
    </Dialog>
  )
}
