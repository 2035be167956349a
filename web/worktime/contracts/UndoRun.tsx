import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { toast } from '../../ui/toast.tsx'
import { type InvoiceRun, runsQuery } from '../queries.ts'
import { runText } from './words.ts'

/** Takes an invoice run back, so that its time may be invoiced anew. */
export function UndoRun({ run, onDone }: { run: InvoiceRun; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed">
        As it was invoiced by {run.by}.
      </Text>
      <Button size="xs" variant="subtle" color="red" onClick={() => setAsking(true)}>
        Take this run back…
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Take ${runText(run)} back?`}
        confirmLabel="Take it back"
        danger
        reason={{ label: 'Why', required: true }}
        onConfirm={async (reason) => {
          await ok(
            api.POST('/api/v1/invoice-runs/{id}/undo', {
              params: { path: { id: run.id } },
              body: { reason },
            }),
          )
          await queryClient.invalidateQueries({ queryKey: runsQuery.queryKey })
          toast('Its time may be invoiced again')
          onDone()
        }}
      >
        The file that was saved stays where it is: see to it that nobody is charged twice.
      </ConfirmModal>
    </Group>
  )
}
