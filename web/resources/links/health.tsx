import { Badge, Tooltip } from '@mantine/core'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { KeptLink } from '../queries.ts'

const STATES = {
  unchecked: { label: 'Not checked yet', color: 'gray' },
  works: { label: 'Works', color: 'green' },
  moved: { label: 'Moved', color: 'amber' },
  broken: { label: 'Broken', color: 'red' },
  private: { label: 'Not checked: inside', color: 'gray' },
} as const

const REASONS: Record<string, string> = {
  name: 'There is no such name on the web.',
  'no-answer': 'Nothing answered in time.',
  refused: 'The connection was refused.',
  certificate: 'Its certificate is not right.',
  status: 'It answers that there is nothing, or with an error.',
  redirects: 'It leads from one place to the next without end.',
  'not-web': 'It leads to something that is no web page.',
}

/** Whether a link leads somewhere. */
export function HealthBadge({ health }: { health: KeptLink['health'] }) {
  const { label, color } = STATES[health.state]
  return (
    <Badge color={color} variant="light">
      {label}
    </Badge>
  )
}

/** What was found out about a link, in words; nothing of one that works. */
export function HealthText({ health }: { health: KeptLink['health'] }) {
  if (health.state === 'broken')
    return (
      <>
        {REASONS[health.reason ?? ''] ?? 'It does not answer as it should.'} Since{' '}
        {health.brokenSince && <TimeAgo at={health.brokenSince} />}.
      </>
    )
  if (health.state === 'moved') return <>It has moved to {health.movedTo}</>
  if (health.state === 'private')
    return <>It leads into a private network, which is checked only where an administrator allows it.</>
  if (health.checkedAt)
    return (
      <Tooltip label="When it was looked at">
        <span>
          Checked <TimeAgo at={health.checkedAt} />
        </span>
      </Tooltip>
    )
  return null
}
