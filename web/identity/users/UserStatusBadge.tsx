import { Badge, Group } from '@mantine/core'
import type { User } from '../../api/types.ts'
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

export function UserStatusBadge({ user }: { user: User }) {
  const { color, text } = LOOKS[stateOf(user, useNow())]
  return (
    <Group gap={6} wrap="nowrap">
      <Badge color={color}>{text}</Badge>
      {user.kind === 'service' && <Badge color="violet">Service</Badge>}
    </Group>
  )
}
