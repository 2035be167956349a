import { Stack } from '@mantine/core'
import type { TicketVersion } from '../queries.ts'
import { Details } from './Details.tsx'
import { Facts } from './Facts.tsx'
import { Links } from './Links.tsx'
import { Steps } from './steps/Steps.tsx'

/** What the ticket is about, what is still to be done, and what it hangs together with. */
export function Side(version: TicketVersion) {
  const { ticket } = version
  return (
    <Stack gap="lg">
      <Facts ticket={ticket} />
      <Steps ticket={ticket} />
      <Details {...version} />
      <Links ticket={ticket} />
    </Stack>
  )
}
