import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { send } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { ClientPicker } from '../../desk/ClientPicker.tsx'
import { useMay } from '../../session/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { saveAs } from '../../ui/save-as.ts'
import { dateField } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { type Contract, runsQuery } from '../queries.ts'
import { addDays } from '../sheet/week.ts'
import { UndoRun } from './UndoRun.tsx'
import { clientText, runText } from './words.ts'

interface Props {
  contracts: readonly Contract[]
  onClose: () => void
}

/** The month before this one, which is what invoices are mostly of. */
function lastMonth(today: string): { from: string; to: string } {
  const to = addDays(`${today.slice(0, 8)}01`, -1)
  return { from: `${to.slice(0, 8)}01`, to }
}

/** Approved billable time as CSV, with a purpose that the log keeps as a disclosure. */
export function InvoiceModal({ contracts, onClose }: Props) {
  const may = useMay()
  const runs = useQuery(runsQuery).data?.items.filter((r) => !r.undoneAt) ?? []
  const form = useForm({
    initialValues: {
      ...lastMonth(dateField(new Date().toISOString())),
      contractId: null as string | null,
      clientId: null as string | null,
      runId: null as string | null,
      mark: true,
      notes: false,
      purpose: '',
    },
    validate: {
      from: (v) => (v ? null : 'Choose a day'),
      to: (v, { from }) => (v ? (v < from ? 'Must not be before the first day' : null) : 'Choose a day'),
      purpose: (v) => (v.trim().length < 3 ? 'Say who gets it and what for' : null),
    },
  })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    const { contractId, clientId, purpose, runId, mark, from, to, notes } = values
    const response = await send(
      new Request(`${location.origin}/api/v1/time-entries/export`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...(runId ? { runId } : { from, to, mark }),
          notes,
          ...(contractId && { contractId }),
          ...(clientId && { clientId }),
          purpose: purpose.trim(),
        }),
      }),
    )
    saveAs(await response.blob(), response)
    void queryClient.invalidateQueries({ queryKey: runsQuery.queryKey })
    toast('The file is saved, and the disclosure is in the log')
    onClose()
  })
  const again = form.values.runId
  return (
    <Dialog onClose={onClose} title="Export for invoices" closeOnClickOutside={false}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <Text size="sm">
            Approved, billable time on tickets that you may see, as CSV: a line for each entry, with what its
            contract includes, what is charged, rate and amount.
          </Text>
          {runs.length > 0 && (
            <Select
              label="What"
              data={[
                { value: '', label: 'What was not invoiced yet' },
                ...runs.map((r) => ({ value: r.id, label: `Again: ${runText(r)}` })),
              ]}
              allowDeselect={false}
              value={again ?? ''}
              onChange={(id) => form.setFieldValue('runId', id || null)}
            />
          )}
          {!again && (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <TextInput data-autofocus type="date" label="First day" {...form.getInputProps('from')} />
              <TextInput type="date" label="Last day" {...form.getInputProps('to')} />
            </SimpleGrid>
          )}
          {again && <UndoRun run={runs.find((r) => r.id === again)!} onDone={onClose} />}
          <Select
            label="Contract (optional)"
            placeholder="All"
            clearable
            searchable
            data={contracts.map((c) => ({ value: c.id, label: `${c.name}, ${clientText(c)}` }))}
            {...form.getInputProps('contractId')}
          />
          {may('clients:read') && (
            <ClientPicker
              label="Client (optional)"
              {...form.getInputProps('clientId')}
              value={form.values.clientId}
            />
          )}
          {!again && (
            <Checkbox
              label="Mark it as invoiced"
              description="No later export has it again, and what a contract includes is given out once."
              {...form.getInputProps('mark', { type: 'checkbox' })}
            />
          )}
          {may('tickets:read') && (
            <Checkbox
              label="With notes"
              description="Notes may tell about somebody’s health."
              {...form.getInputProps('notes', { type: 'checkbox' })}
            />
          )}
          <Textarea
            label="Purpose"
            description="Who gets it and what for. Kept in the audit log as a disclosure."
            maxLength={500}
            minRows={2}
            {...form.getInputProps('purpose')}
          />
          <ErrorAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Export
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
