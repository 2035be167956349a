import { Button } from '@mantine/core'
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { COLUMNS } from './columns.tsx'
import { InviteModal } from './InviteModal.tsx'
import { peopleOfQuery } from './queries.ts'

/** Who of the portal is here for one client; on the client's page. */
export function PortalTab({ clientId, writes }: { clientId: string; writes: boolean }) {
  const may = useMay()
  const people = useQuery(peopleOfQuery(clientId))
  const [inviting, setInviting] = useState(false)
  const invite = writes && may('portal:manage') && (
    <Button variant="default" leftSection={<IconUserPlus size={17} />} onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  )
  return (
    <Section title="Portal people" actions={people.data?.items.length ? invite : undefined}>
      <DataTable
        label="Portal people"
        columns={COLUMNS}
        list={plainList(people)}
        rowKey={(p) => p.id}
        rowLink={(p) => linkOptions({ to: '/portal-people/$personId', params: { personId: p.id } })}
        empty={
          <EmptyState icon={IconUsersGroup} title="Nobody uses the portal for this client" action={invite}>
            The client, a guardian or an office manager: they see what is theirs, and write to the care team.
          </EmptyState>
        }
      />
      {inviting && <InviteModal client={{ id: clientId }} onClose={() => setInviting(false)} />}
    </Section>
  )
}
