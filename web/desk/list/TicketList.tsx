import { Alert, Checkbox } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import type { Answer } from '../../api/types.ts'
import { useMay } from '../../session/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { deskQuery } from '../queries.ts'
import { numberText } from '../words.ts'
import { BulkBar } from './BulkBar.tsx'
import { type TicketSummary, ticketColumns, ticketLink } from './columns.tsx'
import type { askedOf, Sort } from './state.ts'

type Found = Answer<'/api/v1/tickets/search', 'post'>

interface Props {
  asked: ReturnType<typeof askedOf>
  sort: Sort
  settled: boolean
}

/** Tickets as a table on a desk and as cards on a phone; several at once can be changed together. */
export function TicketList({ asked, sort, settled }: Props) {
  const may = useMay()
  const cache = useQueryClient()
  const desk = useQuery(deskQuery).data
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const key = ['tickets', 'list', asked, sort]
  const list = useCursorList<TicketSummary>(
    key,
    (cursor, signal) =>
      ok(
        api.POST('/api/v1/tickets/search', {
          body: { ...asked, sort, limit: 50, ...(cursor && { cursor }) },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  const view = JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another choice
  useEffect(() => setChosen(new Set()), [view])
  const cut = cache.getQueryData<InfiniteData<Found>>(key)?.pages.some((p) => p.truncated)
  const toggle = (id: string) =>
    setChosen((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const select: Column<TicketSummary> = {
    key: 'select',
    header: 'Choose',
    quietHeader: true,
    width: 36,
    phone: 'hide',
    interactive: true,
    cell: (t) => (
      <Checkbox
        aria-label={`Choose ${numberText(t.number)}`}
        checked={chosen.has(t.id)}
        onChange={() => toggle(t.id)}
      />
    ),
  }
  return (
    <>
      {cut && settled && (
        <Alert color="gray" mb="sm" py="xs">
          More tickets match than are shown. Add a word or a filter.
        </Alert>
      )}
      {chosen.size > 0 && (
        <BulkBar
          ids={[...chosen]}
          all={list.rows.map((t) => t.id)}
          onAll={(ids) => setChosen(new Set(ids))}
          onDone={() => setChosen(new Set())}
        />
      )}
      <DataTable
        label="Tickets"
        columns={[...(may('tickets:write') ? [select] : []), ...ticketColumns(desk)]}
        list={list}
        rowKey={(t) => t.id}
        rowLink={ticketLink}
        empty={
          <EmptyState icon={IconTicket} title="No tickets here">
            Tickets that match this view, and that your walls open, stand here.
          </EmptyState>
        }
      />
    </>
  )
}
