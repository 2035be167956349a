import { Badge, Group, Text } from '@mantine/core'
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react'
import type { UserSession } from '../../api/types.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { deviceName, isPhone } from './device.ts'

export const sessionColumns: Column<UserSession>[] = [
  {
    key: 'device',
    header: 'Device',
    phone: 'title',
    cell: (s) => (
      <Group gap="sm" wrap="nowrap">
        {isPhone(s.userAgent) ? (
          <IconDeviceMobile size={20} stroke={1.6} aria-hidden />
        ) : (
          <IconDeviceLaptop size={20} stroke={1.6} aria-hidden />
        )}
        <Text fw={560}>{deviceName(s.userAgent)}</Text>
        {s.current && <Badge color="green">This one</Badge>}
      </Group>
    ),
  },
  { key: 'ip', header: 'Address', cell: (s) => s.ip ?? '–' },
  { key: 'seen', header: 'Last seen', cell: (s) => <TimeAgo at={s.lastSeenAt} /> },
  { key: 'began', header: 'Signed in', cell: (s) => <TimeAgo at={s.createdAt} /> },
]
