import { Badge, Group, Text } from '@mantine/core'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { useNow } from '../ui/use-now.ts'
import type { PortalPerson } from './queries.ts'

const LOOKS = {
  invited: { color: 'blue', text: 'Invited' },
  suspended: { color: 'amber', text: 'Suspended' },
  removed: { color: 'gray', text: 'Removed' },
} as const

export const isLocked = (p: PortalPerson, now: number): boolean =>
  p.lockedUntil !== null && Date.parse(p.lockedUntil) > now

/** Quiet for whoever can sign in; a badge for what somebody may have to look at. */
export function PersonStatus({ person }: { person: PortalPerson }) {
  const locked = isLocked(person, useNow())
  if (person.status === 'active')
    return locked ? <Badge color="red">Locked</Badge> : <StatusDot color="green">Active</StatusDot>
  const { color, text } = LOOKS[person.status]
  return <Badge color={color}>{text}</Badge>
}

export const COLUMNS: Column<PortalPerson>[] = [
  {
    key: 'name',
    header: 'Name',
    width: 300,
    phone: 'title',
    cell: (p) => (
      <Group gap="sm" wrap="nowrap">
        <PersonAvatar name={p.name} size={34} />
        <div style={{ minWidth: 0 }}>
          <Text fw={560}>{p.name}</Text>
          <Text size="xs" c="dimmed" fw={400} style={{ overflowWrap: 'anywhere' }}>
            {p.email}
          </Text>
        </div>
      </Group>
    ),
  },
  { key: 'status', header: 'Status', phone: 'aside', cell: (p) => <PersonStatus person={p} /> },
  {
    key: 'clients',
    header: 'For',
    phone: 'line',
    cell: (p) => [...p.clients.map((c) => c.name), ...p.facilities.map((f) => f.name)].join(', '),
  },
  {
    key: 'seen',
    header: 'Last sign-in',
    cell: (p) => <TimeAgo at={p.lastSignInAt} never="never" />,
  },
]
