import { Button, Group, Text } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Entry, type Sheet, TOUCHES } from '../queries.ts'
import { durationText, entriesText, sumMinutes } from '../words.ts'
import { WeekGrid } from './WeekGrid.tsx'

interface Props {
  sheet: Sheet
  /** What waits in it. */
  open: Entry[]
}

/** A week whose submitted time is approved or rejected: all of it, or what is ticked. */
export function Decide({ sheet, open }: Props) {
  // What is left out: all of it is chosen at first.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [rejecting, setRejecting] = useState(false)
  const chosen = open.filter((e) => !left.has(e.id))
  const decide = useMutation({
    mutationFn: (said: { decision: 'approve' | 'reject'; reason?: string }) =>
      ok(api.POST('/api/v1/time-entries/decide', { body: { ids: chosen.map((e) => e.id), ...said } })),
    meta: TOUCHES,
    onSuccess: ({ decided }, { decision }) =>
      toast(`${entriesText(decided)} ${decision === 'approve' ? 'approved' : 'rejected'}`),
  })
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <>
      <Group mb="md" gap="sm">
        <Button
          leftSection={<IconCheck size={17} />}
          disabled={chosen.length === 0}
          loading={decide.isPending && !rejecting}
          onClick={() => decide.mutate({ decision: 'approve' })}
        >
          Approve
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={17} />}
          disabled={chosen.length === 0}
          onClick={() => setRejecting(true)}
        >
          Reject…
        </Button>
        <Text span c="dimmed" aria-live="polite">
          {chosen.length} of {entriesText(open.length)} chosen, {durationText(sumMinutes(chosen))}
        </Text>
      </Group>
      {!rejecting && <ErrorAlert error={decide.error} />}
      <WeekGrid
        sheet={sheet}
        choice={{
          chosen: new Set(chosen.map((e) => e.id)),
          may: (e) => e.state === 'submitted',
          onToggle: toggle,
        }}
      />
      <ConfirmModal
        opened={rejecting}
        onClose={() => setRejecting(false)}
        title="Reject this time?"
        confirmLabel="Reject"
        danger
        reason={{
          label: 'Reason',
          description: 'Shown to who worked it, sealed with the ticket, and kept in the audit log.',
          required: true,
        }}
        onConfirm={(reason) => decide.mutateAsync({ decision: 'reject', reason })}
      >
        {entriesText(chosen.length)}, {durationText(sumMinutes(chosen))}, go back to be changed and submitted
        again.
      </ConfirmModal>
    </>
  )
}
