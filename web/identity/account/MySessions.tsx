import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { problemText } from '../../api/problem.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { mySessionsQuery } from '../queries.ts'
import { deviceName } from './device.ts'

/** One's sessions as a short list, each with its end. */
export function MySessions() {
  const sessions = useQuery(mySessionsQuery)
  const end = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    meta: { touches: ['sessions'] },
    onSuccess: () => void notifications.show({ message: 'That session is over' }),
    onError: (error) => void notifications.show({ color: 'red', message: problemText(error) }),
  })
  if (sessions.error) return <ErrorAlert error={sessions.error} onRetry={() => void sessions.refetch()} />
  if (!sessions.data) return <Skeleton h={56} />
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {sessions.data.items.map((s) => (
        <Group component="li" key={s.id} justify="space-between" wrap="nowrap">
          <div>
            <Text fw={560}>
              {deviceName(s.userAgent)} {s.current && <Badge color="green">This one</Badge>}
            </Text>
            <Text size="sm" c="dimmed">
              Last seen <TimeAgo at={s.lastSeenAt} />
            </Text>
          </div>
          {!s.current && (
            <Button
              size="xs"
              variant="default"
              flex="none"
              loading={end.isPending && end.variables === s.id}
              onClick={() => end.mutate(s.id)}
              aria-label={`Sign out ${deviceName(s.userAgent)}`}
            >
              Sign out
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  )
}
