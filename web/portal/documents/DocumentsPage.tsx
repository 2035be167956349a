import { Button, Skeleton, Text } from '@mantine/core'
import { IconFiles, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toastError } from '../../ui/toast.tsx'
import { Card } from '../Card.tsx'
import { meQuery } from '../queries.ts'
import { Folders } from './Folders.tsx'
import { documentsChanged, type Folder, foldersQuery } from './queries.ts'
import { Search } from './Search.tsx'
import { ToRead } from './ToRead.tsx'

/** All folders that a person of the portal sees: those of their clients, and those that are shared. */
export function DocumentsPage() {
  const { t } = useWords('documents')
  const me = useQuery(meQuery)
  const folders = useQuery(foldersQuery())
  const error = me.error ?? folders.error
  const again = () => {
    void me.refetch()
    void folders.refetch()
  }
  return (
    <>
      <PageHeader title={t('home.title')} description={t('home.description')} />
      <Search>
        <ErrorAlert error={error} onRetry={again} />
        {!error && !(me.data && folders.data) && (
          <>
            <Skeleton h={132} radius="lg" mt="md" />
            <Skeleton h={190} radius="lg" mt="md" />
          </>
        )}
        {me.data && folders.data && (
          <>
            <ToRead />
            <All clients={me.data.clients} folders={folders.data.items} />
          </>
        )}
      </Search>
    </>
  )
}

type Client = { id: string; name: string; self: boolean }

function All({ clients, folders }: { clients: Client[]; folders: Folder[] }) {
  const { t } = useWords('documents')
  const shared = folders.filter((f) => f.kind === 'shared')
  if (clients.length === 0 && shared.length === 0)
    return (
      <EmptyState icon={IconFiles} title={t('home.empty')}>
        {t('home.emptyHint')}
      </EmptyState>
    )
  return (
    <>
      {clients.map((c) => (
        <Card key={c.id} title={c.self ? t('home.privateSelf') : t('home.private', { name: c.name })}>
          <OfClient client={c} folders={folders.filter((f) => f.clientId === c.id)} />
        </Card>
      ))}
      {shared.length > 0 && (
        <Card title={t('home.shared')}>
          <Folders items={shared} />
        </Card>
      )}
    </>
  )
}

/** A client's own folders; where there is none, the way to the first. */
function OfClient({ client, folders }: { client: Client; folders: Folder[] }) {
  const { t } = useWords('documents')
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/portal/clients/{id}/folder', { params: { path: { id: client.id } }, body: {} })),
    onSuccess: async (folder) => {
      void documentsChanged()
      await navigate({ to: '/portal/documents/folders/$folderId', params: { folderId: folder.id } })
    },
    onError: (error) => toastError(error),
  })
  if (folders.length > 0) return <Folders items={folders} />
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t('home.none')}
      </Text>
      <Button
        size="md"
        leftSection={<IconPlus size={18} />}
        loading={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {t('home.begin')}
      </Button>
    </>
  )
}
