import { Button } from '@mantine/core'
import { IconMessagePlus, IconMessages } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { COLUMNS } from './columns.tsx'
import { NewThread } from './NewThread.tsx'
import type { ThreadLine } from './queries.ts'

/** The conversations about one client, and the way to begin one; on the client's page. */
export function ClientThreads({ clientId, writes }: { clientId: string; writes: boolean }) {
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const list = useCursorList<ThreadLine>(['threads', 'of', clientId], (cursor, signal) =>
    ok(api.GET('/api/v1/threads', { params: { query: { clientId, limit: 30, cursor } }, signal })),
  )
  const write = writes && may('messages:write') && (
    <Button variant="default" leftSection={<IconMessagePlus size={17} />} onClick={() => setWriting(true)}>
      Write a message
    </Button>
  )
  return (
    <Section title="Messages" actions={list.rows.length ? write : undefined}>
      <DataTable
        label="Conversations"
        columns={COLUMNS.filter((c) => c.key !== 'client')}
        list={list}
        rowKey={(t) => t.id}
        rowLink={(t) => linkOptions({ to: '/messages/$threadId', params: { threadId: t.id } })}
        empty={
          <EmptyState icon={IconMessages} title="No conversations yet" action={write}>
            What you and this client’s portal people write to one another stands here.
          </EmptyState>
        }
      />
      {writing && <NewThread clientId={clientId} onClose={() => setWriting(false)} />}
    </Section>
  )
}
