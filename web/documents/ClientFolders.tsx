import { Button } from '@mantine/core'
import { IconFolderPlus, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { FolderList } from './folder/FolderList.tsx'
import { FolderModal } from './folder/FolderModal.tsx'
import { foldersQuery } from './queries.ts'

/** A client's own folders: the client and the care team exchange documents in them. */
export function ClientFolders({ clientId, writes }: { clientId: string; writes: boolean }) {
  const folders = useQuery(foldersQuery({ clientId }))
  const [adding, setAdding] = useState(false)
  const add = writes && (
    <Button variant="default" leftSection={<IconFolderPlus size={17} />} onClick={() => setAdding(true)}>
      New folder
    </Button>
  )
  return (
    <>
      <ErrorAlert error={folders.error} onRetry={() => void folders.refetch()} />
      {folders.data?.items.length === 0 ? (
        <EmptyState icon={IconLock} title="No folders yet" action={add}>
          Letters, results and forms that are private to this client lie here.
        </EmptyState>
      ) : (
        <>
          <FolderList folders={folders.data?.items} />
          {add}
        </>
      )}
      {adding && <FolderModal clientId={clientId} onClose={() => setAdding(false)} />}
    </>
  )
}
