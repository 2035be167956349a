import { Button } from '@mantine/core'
import { IconFolderPlus, IconFolders } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { FolderList } from './folder/FolderList.tsx'
import { FolderModal } from './folder/FolderModal.tsx'
import { foldersQuery } from './queries.ts'
import { ToRead } from './reading/ToRead.tsx'
import { Search } from './Search.tsx'

/** The shared folders; a client's own are on the client's page. */
export function DocumentsPage() {
  const may = useMay()
  const folders = useQuery(foldersQuery())
  const [adding, setAdding] = useState(false)
  const add = may('documents:manage') && (
    <Button leftSection={<IconFolderPlus size={17} />} onClick={() => setAdding(true)}>
      New folder
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Documents"
        description="What everybody here can find, always as it holds today. A client’s own folder is on the client’s page."
        actions={add}
      />
      <ToRead />
      <Search>
        <ErrorAlert error={folders.error} onRetry={() => void folders.refetch()} />
        {folders.data?.items.length === 0 ? (
          <EmptyState icon={IconFolders} title="No shared folders yet" action={add}>
            Policies, forms and instructions for the whole organization or some facilities lie here.
          </EmptyState>
        ) : (
          <FolderList folders={folders.data?.items} />
        )}
      </Search>
      {adding && <FolderModal onClose={() => setAdding(false)} />}
    </>
  )
}
