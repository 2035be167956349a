import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core'
import { IconBell, IconX } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../../api/client.ts'
import { ErrorAlert } from '../../../ui/ErrorAlert.tsx'
import { dayAndTime } from '../../../ui/time.ts'
import type { Ticket } from '../../queries.ts'
import { Panel } from '../Panel.tsx'
import { AtModal } from './AtModal.tsx'
import { reminderTimes } from './times.ts'

const reminderQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'reminder', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tickets/{id}/reminder', { params: { path: { id } }, signal })),
  })

/** When the ticket comes back: one that waits is opened then. Shows nothing where nothing is set and nothing can be. */
export function ReminderPanel({ ticket }: { ticket: Ticket }) {
  const [choosing, setChoosing] = useState(false)
  const set = useQuery(reminderQuery(ticket.id)).data?.reminder
  const params = { path: { id: ticket.id } }
  const change = useMutation({
    mutationFn: (at: Date | null): Promise<unknown> =>
      at
        ? ok(api.PUT('/api/v1/tickets/{id}/reminder', { params, body: { at: at.toISOString() } }))
        : ok(api.DELETE('/api/v1/tickets/{id}/reminder', { params })),
    meta: { touches: ['tickets'] },
  })
  const ended = ticket.statusCategory === 'resolved' || ticket.statusCategory === 'closed'
  const may = ticket.access.write && !ended
  if (!set && !may) return null
  return (
    <Panel title="Reminder">
      {set ? (
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm">
            {dayAndTime(set.at)}, for {set.setBy.name}
          </Text>
          {may && (
            <ActionIcon
              aria-label="Take the reminder back"
              loading={change.isPending}
              onClick={() => change.mutate(null)}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ) : (
        <Menu>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconBell size={16} />}
              loading={change.isPending}
            >
              Remind me
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {reminderTimes(new Date()).map(({ label, at }) => (
              <Menu.Item key={label} onClick={() => change.mutate(at)}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => setChoosing(true)}>At another time…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {!set && ticket.statusCategory === 'waiting' && (
        <Text size="xs" c="dimmed" mt={4}>
          The ticket is opened again then.
        </Text>
      )}
      <ErrorAlert error={change.error} />
      {choosing && <AtModal onClose={() => setChoosing(false)} onChoose={(at) => change.mutateAsync(at)} />}
    </Panel>
  )
}
