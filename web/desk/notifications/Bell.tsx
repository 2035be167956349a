import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { api, ok, PASSIVE } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'

const Notices = lazy(() => import('./Notices.tsx'))

/** How many things wait to be read. Asking does not keep a session alive. */
const countQuery = {
  queryKey: ['tickets', 'notifications', 'count'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ok(api.GET('/api/v1/notifications/count', { headers: PASSIVE, signal })),
  refetchInterval: 120_000,
}

/** What one was told: mentions, assignments, replies, clocks that run out. */
export function Bell() {
  const may = useMay()
  const reads = may('tickets:read')
  const [opened, setOpened] = useState(false)
  const unread = useQuery({ ...countQuery, enabled: reads }).data?.unread ?? 0
  if (!reads) return null
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="lg" width={360} trapFocus>
      <Indicator
        label={unread > 99 ? '99+' : unread}
        size={17}
        disabled={unread === 0}
        color="red"
        offset={5}
      >
        <Popover.Target>
          <ActionIcon
            aria-label={unread ? `Notifications, ${unread} unread` : 'Notifications'}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={20} stroke={1.7} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label="Notifications">
        <Suspense>{opened && <Notices onLeave={() => setOpened(false)} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
