import { Indicator, Menu } from '@mantine/core'
import { IconHome, IconLogout, IconMessages, IconTicket, IconUserCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { signOut } from '../session/leave.ts'
import { SessionWatch } from '../session/SessionWatch.tsx'
import { useSession } from '../session/session.ts'
import { ColorSchemeSwitch } from '../shell/ColorSchemeSwitch.tsx'
import { Mark } from '../shell/Mark.tsx'
import { useLiveUpdates } from '../shell/use-live-updates.ts'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import classes from './PortalShell.module.css'
import { threadsQuery } from './queries.ts'

const T = {
  skip: 'Skip to the content',
  nav: 'Main',
  home: 'Home',
  messages: 'Messages',
  requests: 'Requests',
  account: 'Your account',
  you: 'You',
  signOut: 'Sign out',
  menu: (name: string) => `${name}: account`,
  unread: (n: number) => `${n} unread`,
}

/** What surrounds the portal's pages: light, and made for a thumb. */
export function PortalShell() {
  const { organization, user } = useSession()
  const threads = useQuery(threadsQuery)
  useLiveUpdates()
  const unread = threads.data?.items.filter((t) => t.unread > 0).length ?? 0
  const current = { 'aria-current': 'page' } as const
  const links = (
    <>
      <Link to="/portal" className={classes.tab} activeOptions={{ exact: true }} activeProps={current}>
        <IconHome size={22} stroke={1.7} aria-hidden />
        {T.home}
      </Link>
      <Link to="/portal/messages" className={classes.tab} activeProps={current}>
        <Indicator label={unread} size={16} disabled={unread === 0} aria-hidden>
          <IconMessages size={22} stroke={1.7} />
        </Indicator>
        {T.messages}
        {unread > 0 && <span className={classes.hidden}>{T.unread(unread)}</span>}
      </Link>
      <Link to="/portal/requests" className={classes.tab} activeProps={current}>
        <IconTicket size={22} stroke={1.7} aria-hidden />
        {T.requests}
      </Link>
      <Link to="/portal/account" className={classes.tab} activeProps={current}>
        <IconUserCircle size={22} stroke={1.7} aria-hidden />
        {T.you}
      </Link>
    </>
  )
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
        {T.skip}
      </a>
      <header className={classes.top}>
        <Mark size={28} />
        <span className={classes.organization}>{organization.name}</span>
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <button type="button" className={classes.me} aria-label={T.menu(user.displayName)}>
              <PersonAvatar name={user.displayName} size={34} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{user.email}</Menu.Label>
            <Menu.Item component={Link} to="/portal/account" leftSection={<IconUserCircle size={17} />}>
              {T.account}
            </Menu.Item>
            <ColorSchemeSwitch />
            <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => void signOut()}>
              {T.signOut}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <nav className={classes.nav} aria-label={T.nav}>
        {links}
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <SessionWatch />
    </div>
  )
}
