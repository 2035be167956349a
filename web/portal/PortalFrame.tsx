import {
  IconFiles,
  IconForms,
  IconHome,
  IconLink,
  IconMessages,
  IconTicket,
  IconUserCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/language.ts'
import { useOwnLanguage } from '../i18n/own-language.ts'
import { useOwnDevice } from '../push/use-own-device.ts'
import { useSession } from '../session/session.ts'
import { Mark } from '../shell/Mark.tsx'
import { useLiveUpdates } from '../shell/use-live-updates.ts'
import { Go } from '../ui/plain/Go.tsx'
import classes from './PortalShell.module.css'
import { threadsQuery } from './queries.ts'

interface Props {
  /** Which page is shown. */
  path: string
  /** What is behind one's picture. */
  menu: ReactNode
  children: ReactNode
}

/** What surrounds the portal's pages, in plain HTML: light, and made for a thumb. */
export function PortalFrame({ path, menu, children }: Props) {
  const { t } = useWords('portal')
  const { organization } = useSession()
  const threads = useQuery(threadsQuery)
  useLiveUpdates()
  useOwnLanguage()
  useOwnDevice()
  const unread = threads.data?.items.filter((t) => t.unread > 0).length ?? 0
  const tab = (to: string, more = '') => ({
    to,
    className: `${classes.tab} ${more}`,
    ...((path === to || (to !== '/portal' && path.startsWith(`${to}/`))) && {
      'aria-current': 'page' as const,
    }),
  })
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={classes.top}>
        <Mark size={28} />
        <span className={classes.organization}>{organization.name}</span>
        {menu}
      </header>
      <nav className={classes.nav} aria-label={t('shell.nav')}>
        <Go {...tab('/portal')}>
          <IconHome size={22} stroke={1.7} aria-hidden />
          {t('shell.home')}
        </Go>
        <Go {...tab('/portal/messages')}>
          <span className={classes.news} data-count={unread || undefined} aria-hidden>
            <IconMessages size={22} stroke={1.7} />
          </span>
          {t('shell.messages')}
          {unread > 0 && <span className={classes.hidden}>{t('shell.unread', { n: unread })}</span>}
        </Go>
        <Go {...tab('/portal/documents')}>
          <IconFiles size={22} stroke={1.7} aria-hidden />
          {t('shell.documents')}
        </Go>
        <Go {...tab('/portal/requests')}>
          <IconTicket size={22} stroke={1.7} aria-hidden />
          {t('shell.requests')}
        </Go>
        <Go {...tab('/portal/forms')}>
          <IconForms size={22} stroke={1.7} aria-hidden />
          {t('shell.forms')}
        </Go>
        <Go {...tab('/portal/links', classes.roomy)}>
          <IconLink size={22} stroke={1.7} aria-hidden />
          {t('shell.links')}
        </Go>
        <Go {...tab('/portal/account', classes.roomiest)}>
          <IconUserCircle size={22} stroke={1.7} aria-hidden />
          {t('shell.you')}
        </Go>
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  )
}
