import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { FormFrame } from '../clients/edit/FormFrame.tsx'
import { serverNow } from '../session/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { dateField } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { durationError, TIME_FIELDS, type TimeValues, timeBody } from './fields.ts'
import { type Timer, TOUCHES, ticketContractsQuery, timerQuery } from './queries.ts'
import { TimeFields } from './TimeFields.tsx'
import { durationField, durationText } from './words.ts'

const DAY = 1440

interface Props {
  timer: Timer
  onClose: () => void
}

/** Stops the timer: what it counted, to be set right, becomes a draft; or nothing is kept. */
export default function StopModal({ timer, onClose }: Props) {
  const contracts = useQuery(ticketContractsQuery(timer.ticketId)).data ?? []
  // As the server counts: minutes begun.
  const [counted] = useState(() =>
    Math.max(1, Math.ceil((serverNow() - Date.parse(timer.startedAt)) / 60_000)),
  )
  const offered = counted > DAY ? '' : durationField(counted)
  const form = useForm<TimeValues>({
    initialValues: {
      date: dateField(timer.startedAt),
      duration: offered,
      billable: true,
      contractId: undefined,
      note: '',
    },
    validate: { duration: durationError },
  })
  const meta = TOUCHES
  const stop = useMutation({
    mutationFn: ({ minutes, billable, contractId, note }: ReturnType<typeof timeBody>) =>
      ok(
        api.POST('/api/v1/timer/stop', {
          // What was counted is left to the server, unless somebody set it right.
          body: {
            ...(form.isDirty('duration') && { minutes }),
            billable,
            contractId,
            note,
          },
        }),
      ),
    meta,
    onMutate: (_, { client }) => client.cancelQueries({ queryKey: timerQuery.queryKey }),
  })
  const discard = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/timer/discard', { body: {} })),
    meta,
    onSuccess: () => {
      toast('The timer was thrown away')
      onClose()
    },
  })
  const { onSubmit, pending, error } = useSubmit(
    form,
    async (values) => {
      const entry = await stop.mutateAsync(timeBody(values, contracts))
      toast(`${durationText(entry.minutes)} kept as a draft on #${entry.ticketNumber}`)
      onClose()
    },
    { minutes: 'duration' },
  )
  return (
    <Dialog
      onClose={onClose}
      title={timer.ticketNumber === null ? 'Stop the timer' : `Stop the timer on #${timer.ticketNumber}`}
      closeOnClickOutside={false}
    >
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error ?? discard.error}
        shownFields={TIME_FIELDS}
        save="Stop and keep"
        notice={
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            loading={discard.isPending}
            onClick={() => discard.mutate()}
          >
            Throw it away
          </Button>
        }
      >
        <TimeFields form={form} contracts={contracts} withDate={false} />
      </FormFrame>
    </Dialog>
  )
}
