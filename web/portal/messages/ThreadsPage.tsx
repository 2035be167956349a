import { Button, Skeleton, Stack } from '@mantine/core'
import { IconMessagePlus, IconMessages } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import type { Item } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ThreadList } from './ThreadList.tsx'

export function ThreadsPage() {
  const { t } = useWords('portal')
  const list = useCursorList<Item<'/api/v1/portal/threads'>>(['threads', 'all'], (cursor, signal) =>
    ok(api.GET('/api/v1/portal/threads', { params: { query: { limit: 30, cursor } }, signal })),
  )
  const write = (
    <Button component={Link} to="/portal/messages/new" leftSection={<IconMessagePlus size={18} />}>
      {t('threads.write')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('threads.title')} description={t('threads.description')} actions={write} />
      <ErrorAlert error={list.error} onRetry={list.retry} />
      {list.loading && (
        <Stack gap="xs">
          <Skeleton h={56} />
          <Skeleton h={56} />
          <Skeleton h={56} />
        </Stack>
      )}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <EmptyState icon={IconMessages} title={t('threads.none')} action={write}>
          {t('threads.noneHint')}
        </EmptyState>
      )}
      <ThreadList items={list.rows} />
      {list.hasMore && (
        <Button mt="md" fullWidth variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          {t('threads.more')}
        </Button>
      )}
    </>
  )
}
