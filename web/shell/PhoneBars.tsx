import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAddressBook, IconHome, IconMenu2, IconSearch, IconTicket } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Bell } from '../desk/notifications/Bell.tsx'
import { useMay, useSession } from '../session/session.ts'
import { TimerChip } from '../worktime/TimerChip.tsx'
import { Mark } from './Mark.tsx'
import { NavList } from './NavList.tsx'
import classes from './PhoneBars.module.css'
import shell from './Shell.module.css'
import { UserMenu } from './UserMenu.tsx'

/** The navigation on a phone: who and where above, the ways to go under the thumb. */
export function PhoneBars({ onSearch }: { onSearch: () => void }) {
  const { organization } = useSession()
  const may = useMay()
  const [opened, { open, close }] = useDisclosure(false)
  const current = { 'aria-current': 'page' } as const
  return (
    <>
      <section className={shell.top} aria-label="You are here">
        <Mark size={28} />
        <span className={shell.organization}>{organization.name}</span>
        <TimerChip />
        <Bell />
        <UserMenu />
      </section>
      <nav className={shell.bottom} aria-label="Main">
        <Link to="/" className={classes.tab} activeOptions={{ exact: true }} activeProps={current}>
          <IconHome size={22} stroke={1.7} />
          Home
        </Link>
        {may('clients:read') && (
          <Link to="/clients" className={classes.tab} activeProps={current}>
            <IconAddressBook size={22} stroke={1.7} />
            Clients
          </Link>
        )}
        {may('tickets:read') && (
          <Link to="/tickets" className={classes.tab} activeProps={current}>
            <IconTicket size={22} stroke={1.7} />
            Tickets
          </Link>
        )}
        <button type="button" className={classes.tab} onClick={onSearch}>
          <IconSearch size={22} stroke={1.7} />
          Search
        </button>
        <button
          type="button"
          className={classes.tab}
          onClick={open}
          aria-expanded={opened}
          aria-haspopup="dialog"
        >
          <IconMenu2 size={22} stroke={1.7} />
          Menu
        </button>
      </nav>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        size="auto"
        title={organization.name}
        radius="lg"
      >
        <NavList large onNavigate={close} />
      </Drawer>
    </>
  )
}
