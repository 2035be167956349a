import { Progress, Text } from '@mantine/core'
import type { Contract } from '../queries.ts'
import { durationText } from '../words.ts'

type Use = NonNullable<Contract['current']>

/** What a period has, how much of it is used, and what is left or beyond it. */
export function UseBar({ use }: { use: Use }) {
  const has = use.included + use.rolledIn
  const whole = Math.max(has, use.used, 1)
  const within = ((use.used - use.over) / whole) * 100
  return (
    <div style={{ minWidth: 150 }}>
      <Progress.Root size="md" mb={4} aria-hidden>
        <Progress.Section value={within} color="spruce" />
        {use.over > 0 && <Progress.Section value={(use.over / whole) * 100} color="red" />}
      </Progress.Root>
      <Text size="xs">
        {durationText(use.used)} of {durationText(has)} used,{' '}
        {use.over > 0 ? (
          <Text span inherit c="red" fw={600}>
            {durationText(use.over)} over
          </Text>
        ) : (
          `${durationText(use.left)} left`
        )}
      </Text>
      {use.worked !== use.used && (
        <Text size="xs" c="dimmed">
          {durationText(use.worked)} worked, rounded up as agreed
        </Text>
      )}
      {use.rolledIn > 0 && (
        <Text size="xs" c="dimmed">
          with {durationText(use.rolledIn)} rolled over
        </Text>
      )}
    </div>
  )
}
