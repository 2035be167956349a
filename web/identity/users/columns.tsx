import { Group, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react'
import type { User } from '../../api/types.ts'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { UserStatusBadge } from './UserStatusBadge.tsx'

const names = (list: { name: string }[]) => list.map((x) => x.name).join(', ') || '–'

export const columns: Column<User>[] = [
  {
    key: 'name',
    header: 'Name',
    width: 300,
    phone: 'title',
    cell: (user) => (
      <Group gap="sm" wrap="nowrap">
        <PersonAvatar name={user.displayName} size={34} />
        <div style={{ minWidth: 0 }}>
          <Text fw={560}>{user.displayName}</Text>
          <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
            {user.email}
          </Text>
        </div>
      </Group>
    ),
  },
  { key: 'status', header: 'Status', phone: 'aside', cell: (user) => <UserStatusBadge user={user} /> },
  { key: 'roles', header: 'Roles', phone: 'line', cell: (user) => names(user.roles) },
  { key: 'teams', header: 'Teams', phone: 'hide', cell: (user) => names(user.teams) },
  { key: 'mfa', header: 'Second factor', phone: 'hide', cell: (user) => <SecondFactor user={user} /> },
  { key: 'seen', header: 'Last sign-in', cell: (user) => <TimeAgo at={user.lastSignInAt} never="never" /> },
]

function SecondFactor({ user }: { user: User }) {
  if (user.kind === 'service') return '–'
  return (
    <Group gap={5} wrap="nowrap">
      {user.mfaEnrolled ? (
        <IconShieldCheck size={16} color="var(--mantine-color-success)" aria-hidden />
      ) : (
        <IconShieldOff size={16} color="var(--mantine-color-dimmed)" aria-hidden />
      )}
      {user.mfaEnrolled ? 'On' : 'Not yet'}
    </Group>
  )
}
