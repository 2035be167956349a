import { Stack } from '@mantine/core'
import { Files } from '../../files/Files.tsx'
import { useMay } from '../../session/session.ts'
import { TimePanel } from '../../worktime/TimePanel.tsx'
import type { TicketVersion } from '../queries.ts'
import { RatingPanel } from '../ratings/RatingPanel.tsx'
import { SlaPanel } from '../sla/SlaPanel.tsx'
import { Details } from './Details.tsx'
import { Facts } from './Facts.tsx'
import { Links } from './Links.tsx'
import { Panel } from './Panel.tsx'
import { ReminderPanel } from './reminder/ReminderPanel.tsx'
import { Steps } from './steps/Steps.tsx'
import { Work } from './Work.tsx'

/** What the ticket is about, what is still to be done, and what it hangs together with. */
export function Side(version: TicketVersion) {
  const { ticket } = version
  const may = useMay()
  return (
    <Stack gap="lg">
      <Work {...version} />
      <Facts ticket={ticket} />
      <SlaPanel ticketId={ticket.id} />
      <Steps ticket={ticket} />
      {may('files:read') && (
        <Panel title="Files">
          <Files
            owner={{ type: 'ticket', id: ticket.id }}
            writes={ticket.access.write && may('files:write')}
          />
        </Panel>
      )}
      {may('time:write') && (
        <TimePanel
          ticketId={ticket.id}
          writes={ticket.access.write && !ticket.mergedInto}
          merged={ticket.mergedInto !== null}
        />
      )}
      <Details {...version} />
      <ReminderPanel ticket={ticket} />
      <RatingPanel ticket={ticket} />
      <Links ticket={ticket} />
    </Stack>
  )
}
