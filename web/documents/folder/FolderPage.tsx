import { ActionIcon, Button, Menu, Select } from '@mantine/core'
import { IconDots, IconFolderPlus, IconFolderSymlink, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { Uploader } from '../../files/Uploader.tsx'
import { useMay } from '../../session/session.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { documentsChanged, type FolderWithPath, folderQuery, foldersQuery, folderTarget } from '../queries.ts'
import { DocumentTable } from './DocumentTable.tsx'
import { FolderList } from './FolderList.tsx'
import { FolderModal } from './FolderModal.tsx'
import { MoveModal } from './MoveModal.tsx'

const route = getRouteApi('/inside/documents/folders/$folderId')

/** What lies in one folder. */
export function FolderPage() {
  const { folderId } = route.useParams()
  const folder = useQuery(folderQuery(folderId))
  if (folder.data) return <Opened key={folderId} folder={folder.data} />
  if (!folder.error) return <PageSkeleton />
  return (
    <>
      <PageHeader title="Folder" crumbs={[{ label: 'Documents', to: '/documents' }]} />
      <ErrorAlert error={folder.error} onRetry={() => void folder.refetch()} />
    </>
  )
}

type Dialog = 'new' | 'edit' | 'move' | 'remove'

function Opened({ folder: f }: { folder: FolderWithPath }) {
  const may = useMay()
  const inside = useQuery(foldersQuery({ parentId: f.id }))
  const [dialog, setDialog] = useState<Dialog>()
  const [state, setState] = useState<string | null>(null)
  const close = () => setDialog(undefined)
  const folders = f.writable && (f.kind === 'private' || may('documents:manage'))
  return (
    <>
      <PageHeader
        title={f.name}
        crumbs={crumbsOf(f)}
        actions={
          folders && (
            <>
              <Button
                variant="default"
                leftSection={<IconFolderPlus size={17} />}
                onClick={() => setDialog('new')}
              >
                New folder
              </Button>
              <FolderMenu onChoose={setDialog} />
            </>
          )
        }
      />
      <FolderList folders={inside.data?.items} />
      <ErrorAlert error={inside.error} />
      {f.writable && (
        <>
          <Uploader target={folderTarget(f.id)} onDone={() => void documentsChanged()} />
          <Select
            label="Show"
            w={220}
            my="md"
            data={[
              { value: '', label: 'All documents' },
              { value: 'draft', label: 'Drafts' },
              { value: 'published', label: 'Published' },
              { value: 'review', label: 'To be reviewed' },
              { value: 'expired', label: 'Expired' },
              { value: 'withdrawn', label: 'Withdrawn' },
            ]}
            value={state ?? ''}
            allowDeselect={false}
            onChange={setState}
          />
        </>
      )}
      <DocumentTable folder={f} state={state || undefined} />
      {dialog === 'new' && <FolderModal parent={f} onClose={close} />}
      {dialog === 'edit' && <FolderModal folder={f} onClose={close} />}
      {dialog === 'move' && <MoveModal what={f} type="folder" onClose={close} />}
      <RemoveFolder folder={f} opened={dialog === 'remove'} onClose={close} />
    </>
  )
}

const crumbsOf = (f: FolderWithPath) => [
  f.kind === 'private'
    ? { label: 'Client', to: '/clients/$clientId' as const, params: { clientId: f.clientId! } }
    : { label: 'Documents', to: '/documents' as const },
  ...f.path.map((p) => ({
    label: p.name,
    to: '/documents/folders/$folderId' as const,
    params: { folderId: p.id },
  })),
]

function FolderMenu({ onChoose }: { onChoose: (dialog: Dialog) => void }) {
  const may = useMay()
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="lg" aria-label="Actions for the folder">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onChoose('edit')}>
          Edit…
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderSymlink size={16} />} onClick={() => onChoose('move')}>
          Move…
        </Menu.Item>
        {may('documents:manage') && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onChoose('remove')}>
            Remove…
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function RemoveFolder({
  folder: f,
  opened,
  onClose,
}: {
  folder: FolderWithPath
  opened: boolean
  onClose: () => void
}) {
  const navigate = useNavigate()
  const remove = async () => {
    await api.DELETE('/api/v1/folders/{id}', { params: { path: { id: f.id } } })
    await documentsChanged()
    const above = f.path.at(-1)
    if (above) await navigate({ to: '/documents/folders/$folderId', params: { folderId: above.id } })
    else await navigate({ to: '/documents' })
  }
  return (
    <ConfirmModal
      opened={opened}
      onClose={onClose}
      title={`Remove “${f.name}”?`}
      confirmLabel="Remove"
      danger
      onConfirm={remove}
    >
      Only an empty folder can be removed.
    </ConfirmModal>
  )
}
