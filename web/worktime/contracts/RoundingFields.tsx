import { NumberInput, SimpleGrid } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { BillingSettings } from '../queries.ts'

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: a form that has these two fields, whatever else it has
  form: UseFormReturnType<any>
  names?: { step: string; least: string }
  /** What stands for a field that is left empty. */
  usual?: Pick<BillingSettings, 'stepMinutes' | 'leastMinutes'> | undefined
}

/** How billable time is rounded up: to steps of so many minutes, and an entry to no less than so many. */
export function RoundingFields({
  form,
  names = { step: 'billStepMinutes', least: 'billLeastMinutes' },
  usual,
}: Props) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <NumberInput
        label="Bill in steps of (minutes)"
        description="Rounded up, each entry; 1 is to the minute."
        placeholder={usual && `As usual: ${usual.stepMinutes}`}
        min={1}
        max={240}
        allowDecimal={false}
        {...form.getInputProps(names.step)}
      />
      <NumberInput
        label="Bill at least (minutes)"
        description="For each entry, however short; 0 is none."
        placeholder={usual && `As usual: ${usual.leastMinutes}`}
        min={0}
        max={480}
        allowDecimal={false}
        {...form.getInputProps(names.least)}
      />
    </SimpleGrid>
  )
}
