import { Badge, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceLaptop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { problemText } from '../../api/problem.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { myDevicesQuery } from '../queries.ts'
import { deviceName, isPhone } from './device.ts'

/** The devices that are not asked for the second factor for a while, and the way to forget them. */
export function TrustedDevices() {
  const list = useQuery(myDevicesQuery)
  const forget = useMutation({
    mutationFn: (id: string | undefined) =>
      id
        ? ok(api.DELETE('/api/v1/me/devices/{id}', { params: { path: { id } } }))
        : ok(api.DELETE('/api/v1/me/devices')),
    meta: { touches: ['me'] },
    onSuccess: () => void notifications.show({ message: 'Forgotten: the next sign-in there asks again' }),
    onError: (error) => void notifications.show({ color: 'red', message: problemText(error) }),
  })
  if (list.error) return <ErrorAlert error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton h={48} />
  const { items, days } = list.data
  if (!items.length)
    return (
      <Text>
        {days > 0
          ? `None. When you sign in you can have a device remembered for ${days} days.`
          : 'Your organization asks for the second factor at every sign-in.'}
      </Text>
    )
  return (
    <Stack>
      <Stack
        component="ul"
        gap="xs"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        aria-label="Remembered devices"
      >
        {items.map((d) => (
          <Group component="li" key={d.id} justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              {isPhone(d.userAgent) ? (
                <IconDeviceMobile size={22} stroke={1.6} aria-hidden />
              ) : (
                <IconDeviceLaptop size={22} stroke={1.6} aria-hidden />
              )}
              <div>
                <Text fw={560}>
                  {deviceName(d.userAgent)} {d.current && <Badge color="green">This one</Badge>}
                </Text>
                <Text size="sm" c="dimmed">
                  Used <TimeAgo at={d.lastUsedAt} />, until {dayAndTime(d.expiresAt)}
                </Text>
              </div>
            </Group>
            <Button
              size="xs"
              variant="default"
              flex="none"
              loading={forget.isPending && forget.variables === d.id}
              onClick={() => forget.mutate(d.id)}
              aria-label={`Forget ${deviceName(d.userAgent)}`}
            >
              Forget
            </Button>
          </Group>
        ))}
      </Stack>
      {items.length > 1 && (
        <Group>
          <Button variant="default" onClick={() => forget.mutate(undefined)}>
            Forget all
          </Button>
        </Group>
      )}
    </Stack>
  )
}
