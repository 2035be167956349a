import { Anchor, Text } from '@mantine/core'
import { IconMailDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { mailboxesQuery, type Received } from './queries.ts'
import { codeText, OUTCOMES } from './words.ts'

/** What became of mail that came in; nothing of its content. */
export function ReceivedTab() {
  const sees = useMay()('tickets:read')
  const mailboxes = useQuery(mailboxesQuery).data?.items
  const list = useCursorList<Received>(['mail', 'received'], async (before, signal) => {
    const params = { query: before ? { before } : {} }
    const { items, next } = await ok(api.GET('/api/v1/mail/received', { params, signal }))
    return { items, nextCursor: next }
  })
  return (
    <Section
      title="Received"
      description="What became of each mail that came in. Its content stands on its ticket alone."
    >
      <DataTable
        label="Received mail"
        list={list}
        rowKey={(r) => r.id}
        columns={[
          {
            key: 'outcome',
            header: 'What became of it',
            phone: 'title',
            cell: (r) => (
              <>
                {OUTCOMES[r.outcome]}
                {r.errorCode && (
                  <Text size="sm" c="dimmed">
                    {codeText(r.errorCode)}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'mailbox',
            header: 'Mailbox',
            cell: (r) => mailboxes?.find((m) => m.id === r.mailboxId)?.address ?? 'one that is gone',
          },
          {
            key: 'ticket',
            header: 'Ticket',
            interactive: true,
            cell: (r) =>
              r.ticketId &&
              sees && (
                <Anchor component={Link} to="/tickets/$ticketId" params={{ ticketId: r.ticketId } as never}>
                  Open
                </Anchor>
              ),
          },
          { key: 'at', header: 'When', align: 'right', cell: (r) => <TimeAgo at={r.receivedAt} /> },
        ]}
        empty={
          <EmptyState icon={IconMailDown} title="No mail yet">
            Mail that comes in by a mailbox is listed here.
          </EmptyState>
        }
      />
    </Section>
  )
}
