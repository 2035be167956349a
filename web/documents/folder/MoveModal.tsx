import { Button, Group, NavLink, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconFolder } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sendJson } from '../../api/use-save.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { documentsChanged, type Folder, foldersQuery } from '../queries.ts'

interface Props {
  what: { id: string; name: string; version: number; clientId: string | null }
  type: 'folder' | 'document'
  onClose: () => void
}

/** Chooses where a folder or a document is to lie, step by step from the outermost folders. */
export function MoveModal({ what, type, onClose }: Props) {
  const [way, setWay] = useState<Folder[]>([])
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const at = way.at(-1)
  const folders = useQuery(
    foldersQuery(at ? { parentId: at.id } : what.clientId ? { clientId: what.clientId } : {}),
  )
  const move = async () => {
    setPending(true)
    setError(undefined)
    try {
      const body = type === 'folder' ? { parentId: at?.id ?? null } : { folderId: at!.id }
      await sendJson('PATCH', `/api/v1/${type}s/${what.id}`, body, { 'If-Match': `"${what.version}"` })
      await documentsChanged()
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setPending(false)
    }
  }
  const others = (folders.data?.items ?? []).filter((f) => f.id !== what.id && f.writable)
  return (
    <Dialog onClose={onClose} title={`Move “${what.name}”`} size="md">
      <Stack>
        <Text size="sm" c="dimmed">
          {at ? `Into ${way.map((f) => f.name).join(' / ')}` : 'Choose a folder.'}
        </Text>
        <div>
          {at && (
            <NavLink
              component="button"
              label="Back"
              leftSection={<IconArrowLeft size={18} />}
              onClick={() => setWay(way.slice(0, -1))}
            />
          )}
          {others.map((f) => (
            <NavLink
              key={f.id}
              component="button"
              label={f.name}
              leftSection={<IconFolder size={18} />}
              onClick={() => setWay([...way, f])}
            />
          ))}
          {folders.data && others.length === 0 && (
            <Text size="sm" c="dimmed" p="xs">
              No folders in it.
            </Text>
          )}
        </div>
        <ErrorAlert error={error ?? folders.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={pending} disabled={!at && type === 'document'} onClick={() => void move()}>
            {at ? 'Move here' : type === 'folder' ? 'Move to the outermost' : 'Move here'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
