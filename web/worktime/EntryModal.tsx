import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { FormFrame } from '../clients/edit/FormFrame.tsx'
import { useIdempotencyKey } from '../clients/use-idempotency-key.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { dateField } from '../ui/time.ts'
import { useSubmit } from '../ui/use-submit.ts'
import { durationError, TIME_FIELDS, type TimeValues, timeBody } from './fields.ts'
import { type Entry, TOUCHES, ticketContractsQuery } from './queries.ts'
import { TimeFields } from './TimeFields.tsx'
import { durationField } from './words.ts'

interface Props {
  ticketId: string
  /** What is changed; absent for time that is added. */
  entry?: Entry
  onClose: () => void
}

/** Records time on a ticket, or changes what was recorded. */
export function EntryModal({ ticketId, entry, onClose }: Props) {
  const contracts = useQuery(ticketContractsQuery(ticketId)).data ?? []
  const idempotency = useIdempotencyKey()
  const form = useForm<TimeValues>({
    initialValues: {
      date: entry?.date ?? dateField(new Date().toISOString()),
      duration: entry ? durationField(entry.minutes) : '',
      billable: entry?.billable ?? true,
      contractId: entry?.contractId,
      note: entry?.note ?? '',
    },
    validate: { duration: durationError, date: (d) => (d ? null : 'Choose a day') },
  })
  const save = useMutation({
    mutationFn: (values: TimeValues) =>
      entry
        ? ok(
            api.PATCH('/api/v1/time-entries/{id}', {
              params: { path: { id: entry.id } },
              headers: { 'If-Match': `"${entry.version}"` },
              body: timeBody(values, contracts),
            }),
          )
        : ok(
            api.POST('/api/v1/tickets/{id}/time', {
              params: { path: { id: ticketId } },
              headers: idempotency(values),
              body: timeBody(values, contracts),
            }),
          ),
    meta: TOUCHES,
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      await save.mutateAsync(values)
      onClose()
    },
    { minutes: 'duration' },
  )
  return (
    <Dialog
      onClose={onClose}
      title={entry ? `Time on #${entry.ticketNumber}` : 'Add time'}
      closeOnClickOutside={false}
    >
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        shownFields={TIME_FIELDS}
        save={entry ? 'Save' : 'Add time'}
      >
        <TimeFields form={form} contracts={contracts} withDate />
      </FormFrame>
    </Dialog>
  )
}
