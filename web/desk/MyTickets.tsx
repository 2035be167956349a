import { Text } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../api/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { ticketColumns, ticketLink } from './list/columns.tsx'
import { deskQuery } from './queries.ts'

/** What one works on, the most urgent first. */
export function MyTickets() {
  const desk = useQuery(deskQuery).data
  const mine = useQuery({
    queryKey: ['tickets', 'mine'],
    queryFn: ({ signal }) =>
      ok(
        api.POST('/api/v1/tickets/search', {
          body: {
            filter: { mine: true, categories: ['new', 'open', 'waiting'] },
            sort: 'priority',
            limit: 8,
          },
          signal,
        }),
      ),
  })
  return (
    <Section
      title="Your tickets"
      actions={
        <Text component={Link} to="/tickets" c="var(--mantine-color-anchor)" className="wk-tap">
          All tickets
        </Text>
      }
    >
      <DataTable
        label="Your tickets"
        columns={ticketColumns(desk).filter((c) => c.key !== 'who')}
        list={plainList(mine)}
        rowKey={(t) => t.id}
        rowLink={ticketLink}
        empty={
          <EmptyState icon={IconTicket} title="Nothing is assigned to you">
            Tickets that are yours stand here, the most urgent first.
          </EmptyState>
        }
      />
    </Section>
  )
}
