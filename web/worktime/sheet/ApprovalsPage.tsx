import { IconUserCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Crumb, PageHeader } from '../../ui/PageHeader.tsx'
import type { Column, RowLink } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { type Waiting, waitingQuery } from '../queries.ts'
import { durationText } from '../words.ts'
import { weekText } from './week.ts'

const CRUMBS: Crumb[] = [{ label: 'Timesheet', to: '/timesheet' }]
const COLUMNS: Column<Waiting>[] = [
  { key: 'who', header: 'Who', phone: 'title', cell: (w) => w.userName },
  { key: 'week', header: 'Week', phone: 'line', cell: (w) => weekText(w.week) },
  { key: 'entries', header: 'Entries', align: 'right', cell: (w) => w.entries.toLocaleString() },
  { key: 'time', header: 'Time', phone: 'aside', align: 'right', cell: (w) => durationText(w.minutes) },
]
const open = (w: Waiting): RowLink => ({
  to: '/timesheet/approvals/$userId/$week',
  params: { userId: w.userId, week: w.week },
})

/** Whose weeks wait to be approved, the oldest first. */
export function ApprovalsPage() {
  const waiting = useQuery(waitingQuery)
  return (
    <>
      <PageHeader
        title="Time to approve"
        crumbs={CRUMBS}
        description="Weeks that others have submitted. Nobody decides about their own time."
      />
      <DataTable
        label="Time to approve"
        columns={COLUMNS}
        list={plainList(waiting)}
        rowKey={(w) => `${w.userId} ${w.week}`}
        rowLink={open}
        empty={
          <EmptyState icon={IconUserCheck} title="Nothing waits for you">
            Weeks come here when others submit them, as far as you may see their tickets.
          </EmptyState>
        }
      />
    </>
  )
}
