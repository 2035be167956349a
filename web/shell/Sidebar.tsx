import { Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Bell } from '../desk/notifications/Bell.tsx'
import { useSession } from '../session/session.ts'
import { MOD } from '../ui/platform-keys.ts'
import { TimerChip } from '../worktime/TimerChip.tsx'
import { Mark } from './Mark.tsx'
import { NavList } from './NavList.tsx'
import shell from './Shell.module.css'
import classes from './Sidebar.module.css'
import { UserMenu } from './UserMenu.tsx'

/** The navigation on a desk. */
export function Sidebar({ onSearch }: { onSearch: () => void }) {
  const { organization } = useSession()
  return (
    <aside className={shell.side} aria-label="Navigation">
      <Link to="/" className={classes.brand}>
        <Mark size={30} />
        <span className={classes.names}>
          <span className={classes.organization}>{organization.name}</span>
          <span className={classes.product}>Wellkeep</span>
        </span>
      </Link>
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={16} aria-hidden />
        <span>Search</span>
        <Kbd size="xs">{MOD} K</Kbd>
      </button>
      <nav className={classes.nav} aria-label="Main">
        <NavList />
      </nav>
      <TimerChip />
      <div className={classes.user}>
        <div className={classes.me}>
          <UserMenu wide />
        </div>
        <Bell />
      </div>
    </aside>
  )
}
