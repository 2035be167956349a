import { Indicator, Menu } from '@mantine/core'
import {
  IconFiles,
  IconForms,
  IconHome,
  IconLink,
  IconLogout,
  IconMessages,
  IconTicket,
  IconUserCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '../i18n/language.ts'
import { useOwnLanguage } from '../i18n/own-language.ts'
import { TranslatedPages } from '../i18n/Translated.tsx'
import { useOwnDevice } from '../push/use-own-device.ts'
import { signOut } from '../session/leave.ts'
import { SessionWatch } from '../session/SessionWatch.tsx'
import { useSession } from '../session/session.ts'
import { ColorSchemeSwitch } from '../shell/ColorSchemeSwitch.tsx'
import { Mark } from '../shell/Mark.tsx'
import { useLiveUpdates } from '../shell/use-live-updates.ts'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import classes from './PortalShell.module.css'
import { PortalSkeleton } from './PortalSkeleton.tsx'
import { threadsQuery } from './queries.ts'

/** What surrounds the portal's pages: light, and made for a thumb. */
export function PortalShell() {
  return (
    <TranslatedPages>
      <Suspense fallback={<PortalSkeleton />}>
        <Surroundings />
      </Suspense>
    </TranslatedPages>
  )
}

function Surroundings() {
  const { t } = useWords('portal')
  const { organization, user } = useSession()
  const threads = useQuery(threadsQuery)
  useLiveUpdates()
  useOwnLanguage()
  useOwnDevice()
  const unread = threads.data?.items.filter((t) => t.unread > 0).length ?? 0
  const current = { 'aria-current': 'page' } as const
  const links = (
    <>
      <Link to="/portal" className={classes.tab} activeOptions={{ exact: true }} activeProps={current}>
        <IconHome size={22} stroke={1.7} aria-hidden />
        {t('shell.home')}
      </Link>
      <Link to="/portal/messages" className={classes.tab} activeProps={current}>
        <Indicator h={22} label={unread} size={16} disabled={unread === 0} aria-hidden>
          <IconMessages size={22} stroke={1.7} />
        </Indicator>
        {t('shell.messages')}
        {unread > 0 && <span className={classes.hidden}>{t('shell.unread', { n: unread })}</span>}
      </Link>
      <Link to="/portal/documents" className={classes.tab} activeProps={current}>
        <IconFiles size={22} stroke={1.7} aria-hidden />
        {t('shell.documents')}
      </Link>
      <Link to="/portal/requests" className={classes.tab} activeProps={current}>
        <IconTicket size={22} stroke={1.7} aria-hidden />
        {t('shell.requests')}
      </Link>
      <Link to="/portal/forms" className={classes.tab} activeProps={current}>
        <IconForms size={22} stroke={1.7} aria-hidden />
        {t('shell.forms')}
      </Link>
      <Link to="/portal/links" className={`${classes.tab} ${classes.roomy}`} activeProps={current}>
        <IconLink size={22} stroke={1.7} aria-hidden />
        {t('shell.links')}
      </Link>
      <Link to="/portal/account" className={`${classes.tab} ${classes.roomiest}`} activeProps={current}>
        <IconUserCircle size={22} stroke={1.7} aria-hidden />
        {t('shell.you')}
      </Link>
    </>
  )
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={classes.top}>
        <Mark size={28} />
        <span className={classes.organization}>{organization.name}</span>
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <button
              type="button"
              className={classes.me}
              aria-label={t('shell.menu', { name: user.displayName })}
            >
              <PersonAvatar name={user.displayName} size={34} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{user.email}</Menu.Label>
            <Menu.Item component={Link} to="/portal/account" leftSection={<IconUserCircle size={17} />}>
              {t('shell.account')}
            </Menu.Item>
            <Menu.Item component={Link} to="/portal/links" leftSection={<IconLink size={17} />}>
              {t('shell.links')}
            </Menu.Item>
            <ColorSchemeSwitch />
            <Menu.Item leftSection={<IconLogout size={17} />} onClick={() => void signOut()}>
              {t('shell.signOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <nav className={classes.nav} aria-label={t('shell.nav')}>
        {links}
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <SessionWatch />
    </div>
  )
}
