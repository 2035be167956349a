import { Badge, Group, Text } from '@mantine/core'
import { IconBuildingCommunity } from '@tabler/icons-react'
import type { ClientSummary } from '../api/types.ts'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { calendarDate } from '../ui/time.ts'
import { ageText, phoneText } from './format.ts'

/** The list of clients, in widths that names and groups which come later do not move; `groupName` says what a client group is called. */
export const clientColumns = (groupName: (id: string) => string | undefined): Column<ClientSummary>[] => [
  { key: 'name', header: 'Name', width: '34%', phone: 'title', cell: (c) => <Name client={c} /> },
  {
    key: 'born',
    header: 'Born',
    width: '20%',
    phone: 'line',
    cell: ({ birthDate }) =>
      birthDate && (
        <>
          {calendarDate(birthDate)}{' '}
          <Text span c="dimmed" inherit>
            {ageText(birthDate)}
          </Text>
        </>
      ),
  },
  {
    key: 'phone',
    header: 'Telephone',
    width: '16%',
    phone: 'line',
    cell: (c) => <span style={{ whiteSpace: 'nowrap' }}>{phoneText(c.phone)}</span>,
  },
  { key: 'group', header: 'Group', width: '16%', phone: 'line', cell: (c) => groupName(c.groupId) ?? '' },
  {
    key: 'updated',
    header: 'Changed',
    width: '14%',
    phone: 'hide',
    cell: (c) => <TimeAgo at={c.updatedAt} />,
  },
]

function Name({ client: c }: { client: ClientSummary }) {
  const rest = (c.tags?.length ?? 0) - 2
  return (
    <Group gap="4px 8px">
      {c.kind === 'organisation' && <IconBuildingCommunity size={17} aria-label="Organisation" role="img" />}
      <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
        {c.displayName}
      </Text>
      {c.tags?.slice(0, 2).map((t) => (
        <Badge key={t} color="gray">
          {t}
        </Badge>
      ))}
      {rest > 0 && (
        <Text span size="xs" c="dimmed">
          and {rest} more
        </Text>
      )}
    </Group>
  )
}
