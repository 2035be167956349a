import { Badge, Tooltip } from '@mantine/core'
import { exactTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { type Clocks, dueOf } from './due.ts'

const COLORS = { late: 'red', near: 'amber', calm: 'gray', quiet: 'gray' } as const

/** When a ticket is due, in lists and on cards; coloured once it is near or late. */
export function DueBadge({ clocks }: { clocks: Clocks | null }) {
  const due = dueOf(clocks, useNow())
  if (!due) return null
  const badge = (
    <Badge
      color={COLORS[due.tone]}
      variant={due.tone === 'late' || due.tone === 'near' ? 'light' : 'outline'}
      miw="max-content"
    >
      {due.text}
    </Badge>
  )
  return clocks?.nextDueAt ? <Tooltip label={exactTime(clocks.nextDueAt)}>{badge}</Tooltip> : badge
}
