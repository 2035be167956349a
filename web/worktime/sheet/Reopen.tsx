import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Sheet, TOUCHES } from '../queries.ts'
import { durationText, entriesText, sumMinutes } from '../words.ts'

/** Takes the approval of a week back, of what was not invoiced yet. */
export function Reopen({ sheet }: { sheet: Sheet }) {
  const [asking, setAsking] = useState(false)
  const approved = sheet.items.filter((e) => e.state === 'approved' && !e.invoiced)
  const reopen = useMutation({
    mutationFn: (reason: string) =>
      ok(
        api.POST('/api/v1/time-entries/decide', {
          body: { ids: approved.map((e) => e.id), decision: 'reopen', reason },
        }),
      ),
    meta: TOUCHES,
    onSuccess: ({ decided }) => toast(`${entriesText(decided)} wait for approval again`),
  })
  if (approved.length === 0) return null
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={17} />} onClick={() => setAsking(true)}>
        Take approval back…
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Take the approval back?"
        confirmLabel="Take it back"
        reason={{ label: 'Why', required: true }}
        onConfirm={(reason) => reopen.mutateAsync(reason)}
      >
        {entriesText(approved.length)}, {durationText(sumMinutes(approved))}, wait to be approved or rejected
        again.
      </ConfirmModal>
    </>
  )
}
