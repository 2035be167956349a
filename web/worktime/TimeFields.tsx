import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { contractOf, runsOn, type TimeValues } from './fields.ts'
import type { TicketContract } from './queries.ts'

interface Props {
  form: UseFormReturnType<TimeValues>
  contracts: readonly TicketContract[]
  /** A timer's day is known already. */
  withDate: boolean
}

/** How long, when, for whom it counts and what was done. */
export function TimeFields({ form, contracts, withDate }: Props) {
  const { date } = form.values
  const contractId = contractOf(form.values, contracts)
  const choices = contracts.filter((c) => runsOn(c, date) || c.id === contractId)
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: withDate ? 2 : 1 }} spacing="sm">
        <TextInput
          data-autofocus
          label="Time"
          description="Such as 1:30, 90 or 1h 30m."
          inputMode="text"
          autoComplete="off"
          maxLength={20}
          {...form.getInputProps('duration')}
        />
        {withDate && (
          <TextInput
            type="date"
            label="Day"
            description="On which it was worked."
            {...form.getInputProps('date')}
          />
        )}
      </SimpleGrid>
      {contracts.length > 0 && (
        <Select
          label="Contract"
          placeholder="None"
          clearable
          data={choices.map((c) => ({ value: c.id, label: c.name }))}
          {...form.getInputProps('contractId')}
          value={contractId}
        />
      )}
      <Checkbox label="Billable" {...form.getInputProps('billable', { type: 'checkbox' })} />
      <Textarea
        label="Note (optional)"
        description="Sealed with the ticket. It leaves with invoices only when asked for."
        maxLength={2000}
        minRows={2}
        {...form.getInputProps('note')}
      />
    </>
  )
}
