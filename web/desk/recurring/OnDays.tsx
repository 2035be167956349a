import { Chip, Group, Input, NumberInput, SegmentedControl, Select, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { type ScheduleValues, WEEKDAYS, WHICH } from './form.ts'

const BY = [
  { value: 'day', label: 'On a day of the month' },
  { value: 'weekday', label: 'On a weekday' },
]

/** On which days of its weeks or months something comes. */
export function OnDays({ form }: { form: UseFormReturnType<ScheduleValues> }) {
  const { unit, by } = form.values
  if (unit === 'day') return null
  if (unit === 'week')
    return (
      <Input.Wrapper label="On" labelElement="div" error={form.errors.weekdays}>
        <Chip.Group multiple {...form.getInputProps('weekdays')}>
          <Group gap={6} mt={4} mb={4}>
            {WEEKDAYS.map((d) => (
              <Chip key={d.value} value={d.value} size="sm">
                {d.label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
    )
  return (
    <Stack gap="xs">
      <SegmentedControl aria-label="Which day of the month" data={BY} {...form.getInputProps('by')} />
      {by === 'day' ? (
        <NumberInput
          label="Day of the month"
          description="In a shorter month its last."
          min={1}
          max={31}
          allowDecimal={false}
          {...form.getInputProps('monthDay')}
        />
      ) : (
        <Group gap="xs" wrap="nowrap">
          <Select
            aria-label="Which of the weekdays"
            allowDeselect={false}
            data={WHICH}
            flex={1}
            {...form.getInputProps('which')}
          />
          <Select
            aria-label="Weekday"
            allowDeselect={false}
            data={WEEKDAYS}
            flex={1}
            {...form.getInputProps('weekday')}
          />
        </Group>
      )}
    </Stack>
  )
}
