import { Skeleton, Text } from '@mantine/core'
import { IconFolder, IconFolderShare, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { facilityList } from '../../access/api.ts'
import { useMay } from '../../session/session.ts'
import type { Folder } from '../queries.ts'
import classes from './FolderList.module.css'

/** Folders, as doors; a skeleton until they are known. */
export function FolderList({ folders }: { folders: Folder[] | undefined }) {
  const may = useMay()
  const facilities = useQuery({ ...facilityList, enabled: may('facilities:read') })
  const nameOf = (id: string) => facilities.data?.items.find((f) => f.id === id)?.name
  if (!folders) return <Skeleton h={56} mb="lg" radius="md" />
  if (folders.length === 0) return null
  return (
    <ul className={classes.list} aria-label="Folders">
      {[...folders]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map((f) => (
          <li key={f.id}>
            <Link to="/documents/folders/$folderId" params={{ folderId: f.id }} className={classes.folder}>
              <Icon folder={f} />
              <span className={classes.text}>
                <span className={classes.name}>{f.name}</span>
                {f.parentId === null && f.facilityIds.length > 0 && (
                  <Text span display="block" size="xs" c="dimmed">
                    {f.facilityIds.map((id) => nameOf(id) ?? 'a facility').join(', ')}
                  </Text>
                )}
              </span>
            </Link>
          </li>
        ))}
    </ul>
  )
}

function Icon({ folder: f }: { folder: Folder }) {
  const Shape = f.kind === 'private' ? IconLock : f.facilityIds.length > 0 ? IconFolderShare : IconFolder
  return <Shape size={22} stroke={1.6} className={classes.icon} aria-hidden />
}
