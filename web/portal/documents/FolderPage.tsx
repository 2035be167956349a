import { Button, Skeleton } from '@mantine/core'
import { IconFiles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import type { Answer } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Card } from '../Card.tsx'
import { DocumentList } from './DocumentList.tsx'
import { Folders } from './Folders.tsx'
import { folderQuery, foldersQuery } from './queries.ts'
import { SendDocuments } from './SendDocuments.tsx'

const route = getRouteApi('/portal/portal/documents/folders/$folderId')

/** What lies in one folder, and in a client's own the way to add to it. */
export function FolderPage() {
  const { t } = useWords('documents')
  const { folderId } = route.useParams()
  const folder = useQuery(folderQuery(folderId))
  if (folder.data) return <Opened key={folderId} folder={folder.data} />
  return (
    <>
      <PageHeader title={t('home.title')} crumbs={[{ label: t('home.title'), to: '/portal/documents' }]} />
      <ErrorAlert error={folder.error} onRetry={() => void folder.refetch()} />
      {!folder.error && <Skeleton h={240} radius="lg" />}
    </>
  )
}

function Opened({ folder: f }: { folder: Answer<'/api/v1/portal/folders/{id}', 'get'> }) {
  const { t } = useWords('documents')
  const inside = useQuery(foldersQuery(f.id))
  const list = useCursorList(['documents', 'list', f.id], (cursor, signal) =>
    ok(
      api.GET('/api/v1/portal/folders/{id}/documents', {
        params: { path: { id: f.id }, query: { limit: 50, ...(cursor && { cursor }) } },
        signal,
      }),
    ),
  )
  // What is on its way stands in a list of its own.
  const rows = list.rows.filter((d) => d.content !== null)
  const known = !list.loading && inside.data
  const crumbs = [
    { label: t('home.title'), to: '/portal/documents' as const },
    ...f.path.map((p) => ({
      label: p.name,
      to: '/portal/documents/folders/$folderId' as const,
      params: { folderId: p.id },
    })),
  ]
  return (
    <>
      <PageHeader title={f.name} crumbs={crumbs} />
      {f.writable && <SendDocuments folderId={f.id} />}
      <ErrorAlert error={list.error ?? inside.error} onRetry={list.retry} />
      {!known && !list.error && <Skeleton h={180} radius="lg" mt="md" />}
      {inside.data && inside.data.items.length > 0 && (
        <Card title={t('home.folders')}>
          <Folders items={inside.data.items} />
        </Card>
      )}
      {known && (rows.length > 0 || inside.data.items.length === 0) && (
        <Card title={t('folder.documents')}>
          {rows.length === 0 && (
            <EmptyState icon={IconFiles} title={t('folder.empty')}>
              {f.writable && t('folder.emptyWritable')}
            </EmptyState>
          )}
          <DocumentList items={rows} label={t('folder.documents')} />
          {list.hasMore && (
            <Button variant="default" fullWidth mt="sm" loading={list.loadingMore} onClick={list.loadMore}>
              {t('folder.more')}
            </Button>
          )}
        </Card>
      )}
    </>
  )
}
