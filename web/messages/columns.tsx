import { Badge, Group, Text } from '@mantine/core'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import type { ThreadLine } from './queries.ts'

export const COLUMNS: Column<ThreadLine>[] = [
  {
    key: 'subject',
    header: 'Subject',
    phone: 'title',
    cell: (t) => (
      <Text fw={t.unread ? 700 : 560} style={{ overflowWrap: 'anywhere' }}>
        {t.subject}
      </Text>
    ),
  },
  { key: 'client', header: 'Client', phone: 'line', cell: (t) => t.client.name },
  {
    key: 'state',
    header: 'State',
    phone: 'aside',
    cell: (t) => (
      <Group gap={6} wrap="nowrap">
        {t.unread > 0 && <Badge>{t.unread} new</Badge>}
        {t.state === 'closed' ? (
          <Badge color="gray">Closed</Badge>
        ) : t.waits ? (
          <Badge color="amber">Waits for you</Badge>
        ) : (
          <Badge color="green">Answered</Badge>
        )}
      </Group>
    ),
  },
  { key: 'assignee', header: 'Answers', cell: (t) => t.assignee?.name ?? 'Nobody yet' },
  { key: 'last', header: 'Last message', cell: (t) => <TimeAgo at={t.lastAt} /> },
]
