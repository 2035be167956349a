import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconMailForward } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { problemText } from '../api/problem.ts'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { FormSection } from '../ui/FormSection.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { dayAndTime } from '../ui/time.ts'
import { PersonStatus } from './columns.tsx'
import { InvitationMade } from './InvitationMade.tsx'
import { PersonActions } from './PersonActions.tsx'
import { type PortalPerson, personQuery } from './queries.ts'
import { TieModal } from './TieModal.tsx'

const route = getRouteApi('/inside/portal-people/$personId')
const CRUMBS = [{ label: 'Portal people', to: '/portal-people' as const }]

/** One portal person: who they are, whom they are for, and what can be done. */
export function PersonPage() {
  const { personId } = route.useParams()
  const person = useQuery(personQuery(personId))
  const may = useMay()
  if (person.error && !person.data)
    return (
      <>
        <PageHeader title="Portal person" crumbs={CRUMBS} />
        <ErrorAlert error={person.error} onRetry={() => void person.refetch()} />
      </>
    )
  if (!person.data) return <PageSkeleton />
  const p = person.data
  const manages = may('portal:manage')
  return (
    <>
      <PageHeader
        title={p.name}
        description={[p.email, p.phone].filter(Boolean).join(', ')}
        crumbs={CRUMBS}
        badges={<PersonStatus person={p} />}
        actions={manages && <PersonActions person={p} />}
      />
      {p.status === 'invited' && <Invitation person={p} manages={manages} />}
      <FormSection
        title="Here for"
        description="Whose documents, messages and requests they see. A change counts at once."
      >
        <Ties person={p} manages={manages} />
      </FormSection>
      <FormSection title="Sign-in">
        <Text>
          Last sign-in: <TimeAgo at={p.lastSignInAt} never="never" />.{' '}
          {p.mfa ? 'A second factor is set up.' : 'No second factor is set up yet.'}
        </Text>
      </FormSection>
    </>
  )
}

function Invitation({ person, manages }: { person: PortalPerson; manages: boolean }) {
  const again = useMutation({
    mutationFn: (deliver: 'email' | 'code') =>
      ok(
        api.POST('/api/v1/portal-people/{id}/invitations', {
          params: { path: { id: person.id } },
          body: { deliver },
        }),
      ),
    meta: { touches: ['portal-people'] },
  })
  return (
    <Alert color="blue" icon={<IconMailForward size={18} />} mb="lg">
      <Stack gap="sm" align="flex-start">
        <Text>
          {person.invitation
            ? `Their ${person.invitation.kind === 'code' ? 'code' : 'link'} works until ${dayAndTime(person.invitation.expiresAt)}.`
            : 'Their invitation does not work any more, or is on its way.'}
        </Text>
        <ErrorAlert error={again.error} />
        {manages && (
          <Group>
            <Button variant="default" loading={again.isPending} onClick={() => again.mutate('code')}>
              New code
            </Button>
            <Button variant="default" loading={again.isPending} onClick={() => again.mutate('email')}>
              Send by e-mail
            </Button>
          </Group>
        )}
      </Stack>
      {again.data && (
        <Dialog onClose={() => again.reset()} title="The invitation" closeOnClickOutside={false}>
          <InvitationMade invited={again.data} onClose={() => again.reset()} />
        </Dialog>
      )}
    </Alert>
  )
}

function Ties({ person: p, manages }: { person: PortalPerson; manages: boolean }) {
  const [adding, setAdding] = useState(false)
  const failed = (error: unknown) => void notifications.show({ color: 'red', message: problemText(error) })
  const untie = useMutation({
    mutationFn: (tie: { clientId: string } | { facilityId: string }) =>
      'clientId' in tie
        ? ok(
            api.DELETE('/api/v1/portal-people/{id}/clients/{clientId}', {
              params: { path: { id: p.id, clientId: tie.clientId } },
            }),
          )
        : ok(
            api.DELETE('/api/v1/portal-people/{id}/facilities/{facilityId}', {
              params: { path: { id: p.id, facilityId: tie.facilityId } },
            }),
          ),
    meta: { touches: ['portal-people'] },
    onError: failed,
  })
  const row = (key: string, what: React.ReactNode, name: string, tie: Parameters<typeof untie.mutate>[0]) => (
    <Group key={key} component="li" justify="space-between" wrap="nowrap" mih={44}>
      <div>{what}</div>
      {manages && (
        <Button
          size="xs"
          variant="default"
          flex="none"
          aria-label={`Take away ${name}`}
          loading={untie.isPending}
          onClick={() => untie.mutate(tie)}
        >
          Take away
        </Button>
      )}
    </Group>
  )
  return (
    <Stack>
      <Stack
        component="ul"
        gap="xs"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
        aria-label="Clients and facilities"
      >
        {p.clients.map((c) =>
          row(
            c.id,
            <>
              <Link to="/clients/$clientId" params={{ clientId: c.id }}>
                {c.name}
              </Link>
              {c.contact && (
                <Text span c="dimmed">
                  {' '}
                  as their contact {c.contact.name}
                </Text>
              )}
            </>,
            c.name,
            { clientId: c.id },
          ),
        )}
        {p.facilities.map((f) => row(f.id, f.name, f.name, { facilityId: f.id }))}
      </Stack>
      {manages && (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a client or facility
          </Button>
        </Group>
      )}
      {adding && <TieModal person={p} onClose={() => setAdding(false)} />}
    </Stack>
  )
}
