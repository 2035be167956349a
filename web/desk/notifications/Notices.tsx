import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Item } from '../../api/types.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { numberText } from '../words.ts'
import classes from './Notices.module.css'

type Notice = Item<'/api/v1/notifications'>

const WORDS: Record<Notice['kind'], (who: string) => string> = {
  mention: (who) => `${who} mentioned you`,
  assigned: (who) => `${who} assigned it to you`,
  reply: (who) => `${who} replied`,
  note: (who) => `${who} wrote a note`,
  status: (who) => `${who} changed the status`,
  sla: () => 'A service level is about to be missed',
  file: () => 'A file needs somebody to look at it',
  reminder: () => 'A reminder that you asked for',
  mail: () => 'A message could not be sent',
}

/** The newest, unread ones marked; to open one is to have read it. */
export default function Notices({ onLeave }: { onLeave: () => void }) {
  const list = useQuery({
    queryKey: ['tickets', 'notifications', 'list'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/notifications', { signal })),
  })
  const read = useMutation({
    mutationFn: (body: { ids?: string[] }) => ok(api.POST('/api/v1/notifications/read', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tickets', 'notifications'] }),
  })
  const items = list.data?.items ?? []
  return (
    <div className={classes.root}>
      <Group justify="space-between" px="md" py="xs" className={classes.head}>
        <Text fw={600}>Notifications</Text>
        {items.some((n) => !n.readAt) && (
          <Button size="compact-xs" variant="subtle" loading={read.isPending} onClick={() => read.mutate({})}>
            Mark all as read
          </Button>
        )}
      </Group>
      <ErrorAlert error={list.error ?? read.error} />
      {list.isPending && !list.error && (
        <Stack p="md">
          <Skeleton h={34} />
          <Skeleton h={34} />
        </Stack>
      )}
      {list.data && items.length === 0 && (
        <Text c="dimmed" p="md" ta="center">
          Nothing yet. Mentions, assignments and replies come here.
        </Text>
      )}
      <ul className={classes.list}>
        {items.map((n) => (
          <li key={n.id} data-unread={!n.readAt || undefined}>
            <Link
              to="/tickets/$ticketId"
              params={{ ticketId: n.ticketId }}
              className={classes.link}
              onClick={() => {
                if (!n.readAt) read.mutate({ ids: [n.id] })
                onLeave()
              }}
            >
              <Text size="sm" span>
                {WORDS[n.kind](n.actor ?? 'Somebody')}
                {!n.readAt && <span className={classes.dot}>unread</span>}
              </Text>
              <Text size="sm" span c="dimmed" lineClamp={1}>
                {numberText(n.ticketNumber)} {n.subject}
              </Text>
              <Text size="xs" span c="dimmed">
                <TimeAgo at={n.createdAt} />
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
