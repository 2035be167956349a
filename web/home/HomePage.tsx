import { Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { MyTickets } from '../desk/MyTickets.tsx'
import { AccessSummary } from '../identity/account/AccessSummary.tsx'
import { UnreadAnnouncements } from '../resources/announcements/UnreadAnnouncements.tsx'
import { useMay, useSession } from '../session/session.ts'
import { ToSign } from '../signatures/ToSign.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { MOD } from '../ui/platform-keys.ts'
import { Section } from '../ui/Section.tsx'
import { findShortcut } from '../ui/shortcuts/registry.ts'
import { useIsPhone } from '../ui/use-is-phone.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { greeting } from './greeting.ts'
import classes from './HomePage.module.css'
import { Notices } from './Notices.tsx'
import { Places } from './Places.tsx'
import { RecentClients } from './RecentClients.tsx'

/** Where the day begins: find somebody, go on with somebody, and see what waits. */
export function HomePage() {
  const { user, roles } = useSession()
  const may = useMay()
  const phone = useIsPhone()
  const serves = may('clients:read')
  return (
    <>
      <PageHeader
        title={`${greeting(new Date().getHours())}, ${user.displayName}`}
        description={roles.map((r) => r.name).join(', ')}
      />
      <Notices />
      {serves && (
        <button type="button" className={classes.search} onClick={() => findShortcut('/')?.run()}>
          <IconSearch size={20} stroke={1.7} aria-hidden />
          <span>
            {phone ? 'Find a client' : 'Find a client by name, birth date, phone, e-mail, MRN or SSN'}
          </span>
          {!phone && <Kbd size="xs">{MOD} K</Kbd>}
        </button>
      )}
      <div className={classes.columns}>
        <div>
          {may('documents:read') && <ToSign />}
          {may('tickets:write') && <MyTickets />}
          {serves && <RecentClients />}
          <FirstSteps />
          {!serves && <Places />}
        </div>
        <Section title="Your access">
          <AccessSummary />
        </Section>
      </div>
      {/* Last, since it comes last: nothing above it moves. */}
      <UnreadAnnouncements />
    </>
  )
}
