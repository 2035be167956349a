import { Group, Text } from '@mantine/core'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { Sheet } from '../queries.ts'
import { billedText, durationText, entriesText, STATES, sumMinutes } from '../words.ts'

/** How much the week holds, and how much of it stands where. */
export function WeekSummary({ sheet: { items } }: { sheet: Sheet }) {
  const states = (['rejected', 'draft', 'submitted', 'approved'] as const)
    .map((state) => ({ state, of: items.filter((e) => e.state === state) }))
    .filter(({ of }) => of.length > 0)
  return (
    <Group gap="4px 18px" mb="md">
      <Text span fw={640} size="lg">
        {durationText(sumMinutes(items))}
      </Text>
      <Text span c="dimmed">
        {`${durationText(sumMinutes(items.filter((e) => e.billable)))} billable${billedText(items)}`}
      </Text>
      {states.map(({ state, of }) => (
        <StatusDot key={state} color={STATES[state].color}>
          {`${STATES[state].label}: ${entriesText(of.length)}, ${durationText(sumMinutes(of))}`}
        </StatusDot>
      ))}
    </Group>
  )
}
