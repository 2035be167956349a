import { Badge, Group, Stack, Text } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Ticket } from '../queries.ts'
import { Panel } from '../ticket/Panel.tsx'
import { scoreOf } from './scores.ts'

const ratingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'ratings', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tickets/{id}/ratings', { params: { path: { id } }, signal })),
  })

/** What the requester said of it, each time it had ended. Nothing where nobody could have been asked yet. */
export function RatingPanel({ ticket }: { ticket: Ticket }) {
  const asked = ticket.resolvedAt !== null || ticket.closedAt !== null || ticket.reopenedCount > 0
  const items = useQuery({ ...ratingsQuery(ticket.id), enabled: asked }).data?.items
  if (!items?.length) return null
  return (
    <Panel title="Satisfaction">
      <Stack gap="xs">
        {items.map((r) => {
          const { label, color, Icon } = scoreOf(r.score)
          return (
            <div key={r.id}>
              <Group gap={8}>
                <Badge color={color} leftSection={<Icon size={14} aria-hidden />}>
                  {label}
                </Badge>
                <Text size="sm" c="dimmed" component="span">
                  {r.via === 'mail' ? 'by e-mail' : 'in the portal'},{' '}
                  <TimeAgo at={r.changedAt ?? r.ratedAt} />
                  {r.changedAt && ' (changed)'}
                </Text>
              </Group>
              {r.comment && (
                <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {r.comment.body ?? 'This text was purged.'}
                </Text>
              )}
              {r.comment?.masked && (
                <Text size="xs" c="dimmed">
                  Covered: settle it in the conversation.
                </Text>
              )}
            </div>
          )
        })}
      </Stack>
    </Panel>
  )
}
