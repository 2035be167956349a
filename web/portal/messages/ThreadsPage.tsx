import { Button, Skeleton, Stack } from '@mantine/core'
import { IconMessagePlus, IconMessages } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import type { Item } from '../../api/types.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ThreadList } from './ThreadList.tsx'

const T = {
  title: 'Messages',
  description: 'Between you and your care team. Not for emergencies: call your emergency number.',
  write: 'Write a message',
  none: 'No messages yet',
  noneHint: 'What you and your care team write to one another stands here.',
  more: 'Show older ones',
}

export function ThreadsPage() {
  const list = useCursorList<Item<'/api/v1/portal/threads'>>(['threads', 'all'], (cursor, signal) =>
    ok(api.GET('/api/v1/portal/threads', { params: { query: { limit: 30, cursor } }, signal })),
  )
  const write = (
    <Button component={Link} to="/portal/messages/new" leftSection={<IconMessagePlus size={18} />}>
      {T.write}
    </Button>
  )
  return (
    <>
      <PageHeader title={T.title} description={T.description} actions={write} />
      <ErrorAlert error={list.error} onRetry={list.retry} />
      {list.loading && (
        <Stack gap="xs">
          <Skeleton h={56} />
          <Skeleton h={56} />
          <Skeleton h={56} />
        </Stack>
      )}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <EmptyState icon={IconMessages} title={T.none} action={write}>
          {T.noneHint}
        </EmptyState>
      )}
      <ThreadList items={list.rows} />
      {list.hasMore && (
        <Button mt="md" fullWidth variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          {T.more}
        </Button>
      )}
    </>
  )
}
