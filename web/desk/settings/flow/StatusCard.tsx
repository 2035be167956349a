import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { CATEGORIES, type DraftStatus, keyOf } from './draft.ts'

export interface FlowValues {
  name: string
  statuses: DraftStatus[]
}

interface Props {
  form: UseFormReturnType<FlowValues>
  at: number
}

/** One status of the flow: what it is called, what it counts as, and where a ticket may go from it. */
export function StatusCard({ form, at }: Props) {
  const status = form.values.statuses[at]!
  const others = form.values.statuses.filter((s) => s.uid !== status.uid)
  const field = (name: string) => form.getInputProps(`statuses.${at}.${name}`)
  const name = field('name')
  const rename = (text: string) => {
    // The key follows the name until somebody writes one.
    if (status.key === keyOf(status.name)) form.setFieldValue(`statuses.${at}.key`, keyOf(text))
    form.setFieldValue(`statuses.${at}.name`, text)
  }
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
        <TextInput
          label="Name"
          maxLength={60}
          {...name}
          onChange={(event) => rename(event.currentTarget.value)}
        />
        <TextInput label="Key" maxLength={40} spellCheck={false} {...field('key')} />
        <Select label="Counts as" allowDeselect={false} data={CATEGORIES} {...field('category')} />
      </SimpleGrid>
      <MultiSelect
        label="From here to"
        placeholder={status.next.length ? undefined : 'Nowhere'}
        data={others.map((s) => ({ value: s.uid, label: s.name || s.key || 'Unnamed' }))}
        {...field('next')}
      />
      <Checkbox
        label="Asks for the checklist to be done"
        {...form.getInputProps(`statuses.${at}.requiresSteps`, { type: 'checkbox' })}
      />
      {status.category === 'resolved' && (
        <NumberInput
          label="Closes by itself after days without a change"
          placeholder="Never"
          min={1}
          max={365}
          allowDecimal={false}
          maw={320}
          {...field('closesAfterDays')}
          value={status.closesAfterDays ?? ''}
          onChange={(days) =>
            form.setFieldValue(`statuses.${at}.closesAfterDays`, typeof days === 'number' ? days : undefined)
          }
        />
      )}
    </Stack>
  )
}
