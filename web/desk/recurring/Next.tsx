import { List, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { atText, type ScheduleValues, timesOf } from './form.ts'
import { previewQuery } from './queries.ts'

/** When the next ones would come, by the clock of their own zone. */
export function Next({ values }: { values: ScheduleValues }) {
  // Of the values, which stay the same thing from one drawing to the next.
  const [settled] = useDebouncedValue(values, 300)
  const times = timesOf(settled)
  const next = useQuery({
    ...previewQuery(times),
    enabled: !values.paused && Boolean(times.starts),
    placeholderData: keepPreviousData,
  })
  if (values.paused || !next.data || next.error) return null
  return (
    <div aria-live="polite" aria-busy={next.isPlaceholderData}>
      <Text size="sm" fw={560}>
        Comes next{next.isPlaceholderData && ' …'}
      </Text>
      <List size="sm" c="dimmed" withPadding>
        {next.data.next.map((at) => (
          <List.Item key={at}>{atText(at, times.timeZone)}</List.Item>
        ))}
      </List>
    </div>
  )
}
