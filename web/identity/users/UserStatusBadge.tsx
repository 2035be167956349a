import { Badge, Group } from '@mantine/core'
import type { User } from '../../api/types.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { useNow } from '../../ui/use-now.ts'
import { stateOf } from './state.ts'

const LOOKS = {
  active: { color: 'green', text: 'Active' },
  invited: { color: 'blue', text: 'Invited' },
  suspended: { color: 'amber', text: 'Suspended' },
  removed: { color: 'gray', text: 'Removed' },
  locked: { color: 'red', text: 'Locked' },
  expired: { color: 'gray', text: 'Expired' },
} as const

/** Quiet for whoever can work; a badge for what somebody may have to look at. */
export function UserStatusBadge({ user }: { user: User }) {
  const state = stateOf(user, useNow())
  const { color, text } = LOOKS[state]
  return (
    <Group gap={8} wrap="nowrap">
      {state === 'active' ? <StatusDot color="green">{text}</StatusDot> : <Badge color={color}>{text}</Badge>}
      {user.kind === 'service' && <Badge color="violet">Service</Badge>}
    </Group>
  )
}
