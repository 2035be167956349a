import { Badge, Button, Group, Modal, Select, Text } from '@mantine/core'
import { IconDownload, IconTimeline } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok, send } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import type { Item } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { saveAs } from '../ui/save-as.ts'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'

type Session = Item<'/api/v1/audit/sessions'>
type Screen = Item<'/api/v1/audit/sessions/{id}/screens'>

/** What each session visited, screen by screen, changed or not. */
export function SessionsPage() {
  const may = useMay()
  const [userId, setUserId] = useState<string | null>(null)
  const [open, setOpen] = useState<Session>()
  const people = useQuery({
    queryKey: ['users', 'choices', 'all'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/users', { params: { query: { limit: 200 } }, signal })),
    enabled: may('users:read'),
  })
  const list = useCursorList<Session>(['audit', 'sessions', userId], (cursor, signal) =>
    ok(
      api.GET('/api/v1/audit/sessions', {
        params: { query: { ...(userId && { userId }), ...(cursor && { cursor }), limit: 50 } },
        signal,
      }),
    ),
  )
  return (
    <>
      <PageHeader
        title="Sessions"
        description="For any user and session: which screens and records were visited, and which were changed."
      />
      {people.data && (
        <Select
          mb="md"
          maw={320}
          label="User"
          placeholder="Everybody"
          clearable
          searchable
          data={people.data.items.map((u) => ({ value: u.id, label: u.displayName }))}
          value={userId}
          onChange={setUserId}
        />
      )}
      <DataTable
        label="Sessions"
        columns={[
          {
            key: 'who',
            header: 'User',
            phone: 'title',
            interactive: true,
            cell: (s) => (
              <button
                type="button"
                onClick={() => setOpen(s)}
                style={{
                  all: 'unset',
                  cursor: 'pointer',
                  fontWeight: 560,
                  textDecoration: 'underline',
                  textUnderlineOffset: 3,
                }}
              >
                {s.userName}
              </button>
            ),
          },
          { key: 'began', header: 'Began', phone: 'aside', cell: (s) => <TimeAgo at={s.startedAt} /> },
          { key: 'from', header: 'From', cell: (s) => s.ip ?? '' },
          { key: 'events', header: 'Events', align: 'right', cell: (s) => s.events },
          { key: 'changed', header: 'Changes', align: 'right', cell: (s) => s.changed },
          { key: 'refused', header: 'Refusals', align: 'right', cell: (s) => s.refused },
        ]}
        list={list}
        rowKey={(s) => s.sessionId}
        empty={<EmptyState icon={IconTimeline} title="No sessions" />}
      />
      {open && <Screens session={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Screens({ session, onClose }: { session: Session; onClose: () => void }) {
  const list = useCursorList<Screen>(['audit', 'screens', session.sessionId], (cursor, signal) =>
    ok(
      api.GET('/api/v1/audit/sessions/{id}/screens', {
        params: { path: { id: session.sessionId }, query: { ...(cursor && { cursor }), limit: 200 } },
        signal,
      }),
    ),
  )
  const csv = async () => {
    const response = await send(
      new Request(`${location.origin}/api/v1/audit/sessions/${session.sessionId}/screens?format=csv`),
    )
    saveAs(await response.blob(), response)
  }
  return (
    <Modal opened onClose={onClose} title={`Session of ${session.userName}`} size="xl">
      <Group justify="flex-end" mb="sm">
        <Button variant="default" leftSection={<IconDownload size={17} />} onClick={() => void csv()}>
          Download CSV
        </Button>
      </Group>
      <DataTable
        label="Screens"
        columns={[
          {
            key: 'screen',
            header: 'Screen',
            phone: 'title',
            cell: (s) => (
              <Group gap={8}>
                <Text fw={560}>{s.screen}</Text>
                {s.changed && <Badge color="blue">changed</Badge>}
                {s.refused && <Badge color="red">refused</Badge>}
              </Group>
            ),
          },
          {
            key: 'object',
            header: 'Record',
            phone: 'line',
            cell: (s) => (s.object ? (s.object.label ?? s.object.id?.slice(0, 8) ?? s.object.type) : ''),
          },
          { key: 'what', header: 'Did', cell: (s) => <Text size="sm">{s.actions.join(', ')}</Text> },
          { key: 'when', header: 'When', phone: 'aside', cell: (s) => <TimeAgo at={s.startedAt} /> },
        ]}
        list={list}
        rowKey={(s) => `${s.startedAt}${s.screen}${s.object?.id ?? ''}`}
        empty={<EmptyState icon={IconTimeline} title="Nothing visited" />}
      />
    </Modal>
  )
}
