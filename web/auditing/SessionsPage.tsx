import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { IconTimeline } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import type { Item } from '../api/types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { daysQuery } from './filter.ts'
import { usePeople } from './people.ts'

type Session = Item<'/api/v1/audit/sessions'>

const open = (s: Session) =>
  linkOptions({ to: '/audit/sessions/$sessionId', params: { sessionId: s.sessionId } })

const COLUMNS: Column<Session>[] = [
  { key: 'who', header: 'User', phone: 'title', cell: (s) => s.userName },
  {
    key: 'state',
    header: 'State',
    phone: 'aside',
    cell: (s) =>
      s.endedAt ? <StatusDot color="gray">Ended</StatusDot> : <StatusDot color="green">Open</StatusDot>,
  },
  { key: 'began', header: 'Began', cell: (s) => <TimeAgo at={s.startedAt} /> },
  {
    key: 'last',
    header: 'Last event',
    phone: 'hide',
    cell: (s) => (s.lastEventAt ? <TimeAgo at={s.lastEventAt} /> : '–'),
  },
  { key: 'from', header: 'From', cell: (s) => s.ip ?? '–' },
  { key: 'events', header: 'Events', align: 'right', cell: (s) => s.events.toLocaleString() },
  { key: 'changed', header: 'Changes', align: 'right', cell: (s) => s.changed.toLocaleString() },
  { key: 'refused', header: 'Refusals', align: 'right', cell: (s) => s.refused.toLocaleString() },
]

/** Sessions, newest first; each opens to the screens it visited. */
export function SessionsPage() {
  const [userId, setUserId] = useState<string | null>(null)
  const [days, setDays] = useState({ from: '', to: '' })
  const people = usePeople()
  const list = useCursorList<Session>(
    ['audit', 'sessions', userId, days],
    (cursor, signal) =>
      ok(
        api.GET('/api/v1/audit/sessions', {
          params: {
            query: {
              ...(userId && { userId }),
              ...daysQuery(days),
              ...(cursor && { cursor }),
              limit: 50,
            },
          },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  return (
    <>
      <PageHeader
        title="Sessions"
        description="For any user and session: which screens and records were visited, and which were changed."
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" mb="md">
        {people && (
          <Select
            label="User"
            placeholder="All users"
            clearable
            searchable
            data={people}
            value={userId}
            onChange={setUserId}
          />
        )}
        <TextInput
          type="date"
          label="From"
          value={days.from}
          onChange={(e) => setDays({ ...days, from: e.target.value })}
        />
        <TextInput
          type="date"
          label="To"
          value={days.to}
          onChange={(e) => setDays({ ...days, to: e.target.value })}
        />
      </SimpleGrid>
      <DataTable
        label="Sessions"
        columns={COLUMNS}
        list={list}
        rowKey={(s) => s.sessionId}
        rowLink={open}
        empty={
          <EmptyState icon={IconTimeline} title="No sessions">
            Each sign-in begins one.
          </EmptyState>
        }
      />
    </>
  )
}
