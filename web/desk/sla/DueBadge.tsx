import { Badge, Text, Tooltip } from '@mantine/core'
import { exactTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { type Clocks, dueOf } from './due.ts'

/** When a ticket is due, in lists and on cards: a badge once it is near or late, and plain words until then. */
export function DueBadge({ clocks }: { clocks: Clocks | null }) {
  const due = dueOf(clocks, useNow())
  if (!due) return null
  const words =
    due.tone === 'late' || due.tone === 'near' ? (
      <Badge color={due.tone === 'late' ? 'red' : 'amber'} miw="max-content">
        {due.text}
      </Badge>
    ) : (
      <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {due.text}
      </Text>
    )
  return clocks?.nextDueAt ? <Tooltip label={exactTime(clocks.nextDueAt)}>{words}</Tooltip> : words
}
