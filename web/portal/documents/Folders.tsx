import { IconChevronRight, IconFolder, IconFolderShare, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/language.ts'
import classes from '../Card.module.css'
import type { Folder } from './queries.ts'

/** Folders, one below the other, each a door as wide as the thumb needs. */
export function Folders({ items }: { items: Folder[] }) {
  const { t } = useWords('documents')
  if (items.length === 0) return null
  const byName = [...items].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <ul className={classes.list} aria-label={t('home.folders')}>
      {byName.map((f) => (
        <li key={f.id}>
          <Link to="/portal/documents/folders/$folderId" params={{ folderId: f.id }} className={classes.row}>
            <Icon folder={f} />
            <span className={`${classes.grow} ${classes.name}`}>{f.name}</span>
            <IconChevronRight size={18} stroke={1.6} className={classes.faint} aria-hidden />
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
