import { Anchor, Badge, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconDownload, IconTimeline } from '@tabler/icons-react'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import type { Answer, Item } from '../api/types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { exactTime } from '../ui/time.ts'
import { ListedRecords } from './ListedRecords.tsx'
import { RecordLink } from './RecordLink.tsx'
import { useScreenTitle } from './screen-titles.ts'
import { actionText } from './words.ts'

type Screen = Item<'/api/v1/audit/sessions/{id}/screens'>
type Screens = Answer<'/api/v1/audit/sessions/{id}/screens', 'get'>
const route = getRouteApi('/inside/audit/sessions/$sessionId')

/** What one session visited, screen by screen, changed or not; to be kept as CSV. */
export function ScreensPage() {
  const { sessionId } = route.useParams()
  const cache = useQueryClient()
  const titleOf = useScreenTitle()
  const [only, setOnly] = useState('all')
  const [opened, setOpened] = useState<Screen>()
  const key = ['audit', 'screens', sessionId]
  const path = { id: sessionId }
  const list = useCursorList<Screen>(key, (cursor, signal) =>
    ok(
      api.GET('/api/v1/audit/sessions/{id}/screens', {
        params: { path, query: { ...(cursor && { cursor }), limit: 200 } },
        signal,
      }),
    ),
  )
  const session = cache.getQueryData<InfiniteData<Screens>>(key)?.pages[0]?.session
  const rows = list.rows.filter((s) =>
    only === 'changed' ? s.changed : only === 'refused' ? s.refused : true,
  )
  const columns: Column<Screen>[] = [
    {
      key: 'screen',
      header: 'Screen',
      phone: 'title',
      cell: (s) => <Where screen={s} title={titleOf(s.screen)} />,
    },
    {
      key: 'object',
      header: 'Record',
      phone: 'line',
      interactive: true,
      cell: (screen) => <About screen={screen} onList={() => setOpened(screen)} />,
    },
    {
      key: 'did',
      header: 'Did',
      phone: 'line',
      cell: (s) => (
        <Text size="xs" c="dimmed">
          {doneIn(s).map(actionText).join(', ')}
        </Text>
      ),
    },
    {
      key: 'when',
      header: 'When',
      cell: (s) => <span style={{ whiteSpace: 'nowrap' }}>{exactTime(s.startedAt)}</span>,
    },
  ]
  return (
    <>
      <PageHeader
        title={session ? `Session of ${session.userName}` : 'Session'}
        crumbs={[{ label: 'Sessions', to: '/audit/sessions' }]}
        description="Each screen that was visited, in order, with what was done there."
        actions={
          <Button
            component="a"
            href={`/api/v1/audit/sessions/${sessionId}/screens?format=csv`}
            download
            variant="default"
            leftSection={<IconDownload size={17} />}
          >
            Download CSV
          </Button>
        }
      />
      <SegmentedControl
        mb="md"
        aria-label="Which screens"
        data={[
          { value: 'all', label: 'All' },
          { value: 'changed', label: 'Changed' },
          { value: 'refused', label: 'Refused' },
        ]}
        value={only}
        onChange={setOnly}
      />
      <DataTable
        label="Screens"
        columns={columns}
        list={{ ...list, rows }}
        rowKey={(s) => `${s.startedAt} ${s.screen} ${s.object?.id ?? ''}`}
        empty={
          <EmptyState icon={IconTimeline} title={only === 'all' ? 'Nothing visited' : 'No such screen'}>
            {only !== 'all' && list.hasMore && 'Among those loaded so far; show all to load more.'}
          </EmptyState>
        }
      />
      {opened && (
        <ListedRecords sessionId={sessionId} after={opened.after} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

/** What it was about: a record, or the records of a list. */
function About({ screen: { object, objectCount }, onList }: { screen: Screen; onList: () => void }) {
  if (!object && objectCount > 0)
    return (
      <Anchor component="button" type="button" inherit onClick={onList}>
        {objectCount === 1 ? '1 record in a list' : `${objectCount} records in a list`}
      </Anchor>
    )
  return <RecordLink record={object} />
}

/** That somebody came there goes without saying where they did something. */
const doneIn = ({ actions }: Screen) =>
  actions.length > 1 ? actions.filter((a) => a !== 'screen.visit') : actions

const Where = ({ screen: s, title }: { screen: Screen; title: string | undefined }) => (
  <Group gap="4px 8px">
    <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
      {title ?? s.screen}
    </Text>
    {title && (
      <Text span size="xs" c="dimmed">
        {s.screen}
      </Text>
    )}
    {s.changed && <Badge color="blue">changed</Badge>}
    {s.refused && <Badge color="amber">refused</Badge>}
    {s.tampered && <Badge color="red">not as in the log</Badge>}
  </Group>
)
