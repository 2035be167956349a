import { Group, SegmentedControl } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { COLUMNS } from './columns.tsx'
import type { ThreadLine } from './queries.ts'

const VIEWS = [
  { value: 'mine', label: 'Mine' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
]
const FILTER = {
  mine: { whose: 'mine', state: 'open' },
  waiting: { waiting: '1', state: 'open' },
  open: { state: 'open' },
  closed: { state: 'closed' },
} as const

/** Conversations with clients behind the walls of one’s teams. */
export function ThreadsPage() {
  const [view, setView] = useState<keyof typeof FILTER>('waiting')
  const list = useCursorList<ThreadLine>(
    ['threads', 'list', view],
    (cursor, signal) =>
      ok(api.GET('/api/v1/threads', { params: { query: { limit: 50, cursor, ...FILTER[view] } }, signal })),
    { keepPrevious: true },
  )
  return (
    <>
      <PageHeader
        title="Messages"
        description="Conversations with clients through the portal. To begin one, open the client."
      />
      <Group mb="sm">
        <SegmentedControl
          aria-label="Which conversations"
          data={VIEWS}
          value={view}
          onChange={(next) => setView(next as keyof typeof FILTER)}
        />
      </Group>
      <DataTable
        label="Conversations"
        columns={COLUMNS}
        list={list}
        rowKey={(t) => t.id}
        rowLink={(t) => linkOptions({ to: '/messages/$threadId', params: { threadId: t.id } })}
        empty={
          <EmptyState icon={IconMessages} title="No conversations here">
            What clients write to you through the portal stands here.
          </EmptyState>
        }
      />
    </>
  )
}
