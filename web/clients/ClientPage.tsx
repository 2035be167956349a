import { Badge, Button, Menu, Tabs, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots, IconDownload, IconFlame, IconQuestionMark, IconUrgent } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { noteOpened } from '../home/recent.ts'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { calendarDate } from '../ui/time.ts'
import { ContactsTab } from './ContactsTab.tsx'
import { ExportModal } from './ExportModal.tsx'
import { ageOn } from './format.ts'
import { HistoryTab } from './HistoryTab.tsx'
import { NotesTab } from './NotesTab.tsx'
import { type Client, clientQuery } from './queries.ts'
import { RecordTab } from './RecordTab.tsx'
import { ResourcesTab } from './ResourcesTab.tsx'

/** One client: the record by field class, contacts, notes, what was imported, and who saw or changed it. */
export function ClientPage() {
  const { clientId } = useParams({ strict: false }) as { clientId: string }
  const client = useQuery(clientQuery(clientId))
  useEffect(() => {
    if (client.data) noteOpened({ ...client.data.data, birthDate: client.data.data.demographic?.birthDate })
  }, [client.data])
  if (client.data) return <Opened client={client.data.data} etag={client.data.etag} />
  if (!client.error) return <PageSkeleton />
  return <Closed clientId={clientId} error={client.error} />
}

function Opened({ client, etag }: { client: Client; etag: string }) {
  const may = useMay()
  const navigate = useNavigate()
  const [tab, setTab] = useState<string | null>('record')
  const [exporting, setExporting] = useState(false)
  const [destroying, setDestroying] = useState(false)
  const cache = useQueryClient()
  const destroy = useMutation({
    mutationFn: (reason: string) =>
      ok(
        api.DELETE('/api/v1/clients/{id}', {
          params: { path: { id: client.id } },
          body: { reason },
        } as never),
      ),
    meta: { touches: ['clients'] },
    onSuccess: () => {
      cache.removeQueries({ queryKey: ['clients'] })
      notifications.show({
        message: 'The client’s key is destroyed; the receipt is in the log',
        autoClose: 8000,
      })
      void navigate({ to: '/clients' })
    },
  })
  const { demographic } = client
  const about = [
    demographic?.birthDate && `${calendarDate(demographic.birthDate)} (${ageOn(demographic.birthDate)})`,
    demographic?.sex,
    client.groupName,
    client.facilityName,
  ].filter(Boolean)
  return (
    <>
      <PageHeader
        title={client.displayName}
        crumbs={[{ label: 'Clients', to: '/clients' }]}
        badges={
          <>
            {client.tags?.map((t) => (
              <Badge key={t} color="gray">
                {t}
              </Badge>
            ))}
            {!client.access.write && <Badge color="gray">Read only</Badge>}
          </>
        }
        description={about.join(' · ')}
        actions={
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDots size={17} />}>
                More
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {may('clients:export') && (
                <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => setExporting(true)}>
                  Export…
                </Menu.Item>
              )}
              {may('access:explain') && (
                <Menu.Item
                  leftSection={<IconQuestionMark size={16} />}
                  onClick={() => void navigate({ to: '/access', search: { client: client.id } as never })}
                >
                  Who may see this?
                </Menu.Item>
              )}
              {may('clients:shred') && (
                <Menu.Item
                  color="red"
                  leftSection={<IconFlame size={16} />}
                  onClick={() => setDestroying(true)}
                >
                  Destroy for good…
                </Menu.Item>
              )}
              {!may('clients:export') && !may('access:explain') && !may('clients:shred') && (
                <Menu.Item disabled>Nothing more with your roles</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        }
      />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg" style={{ flexWrap: 'nowrap', overflowX: 'auto' }}>
          <Tabs.Tab value="record">Record</Tabs.Tab>
          <Tabs.Tab value="contacts">Contacts</Tabs.Tab>
          {may('notes:read') && <Tabs.Tab value="notes">Notes</Tabs.Tab>}
          {client.access.classes.clinical && <Tabs.Tab value="resources">Imported</Tabs.Tab>}
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="record">
          <RecordTab client={client} etag={etag} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts">
          <ContactsTab client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <NotesTab client={client} />
        </Tabs.Panel>
        <Tabs.Panel value="resources">
          <ResourcesTab clientId={client.id} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryTab clientId={client.id} />
        </Tabs.Panel>
      </Tabs>
      {exporting && (
        <ExportModal
          formats={['pdf', 'fhir']}
          path={`/clients/${client.id}/export`}
          onClose={() => setExporting(false)}
        />
      )}
      <ConfirmModal
        opened={destroying}
        onClose={() => setDestroying(false)}
        title="Destroy this client’s data for good?"
        confirmLabel="Destroy"
        danger
        reason={{ label: 'Reason (at least 10 characters)', required: true }}
        onConfirm={(reason) => destroy.mutateAsync(reason)}
      >
        The client’s key is destroyed: the record, contacts, notes, imported data and what the log holds of
        them can never be read again, by anybody, from anywhere. A receipt stays in the log. This can’t be
        undone.
      </ConfirmModal>
    </>
  )
}

/** Not there, or behind a wall: who may open it in an emergency can do so here. */
function Closed({ clientId, error }: { clientId: string; error: unknown }) {
  const may = useMay()
  const cache = useQueryClient()
  const [asking, setAsking] = useState(false)
  const open = useMutation({
    mutationFn: (reason: string) => ok(api.POST('/api/v1/break-glass', { body: { clientId, reason } })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['clients'] }),
  })
  const missing = error instanceof ApiProblem && error.status === 404
  return (
    <>
      <PageHeader title="Client" crumbs={[{ label: 'Clients', to: '/clients' }]} />
      {missing ? (
        <EmptyState
          icon={IconUrgent}
          title="Not found, or behind a wall"
          action={
            may('break-glass:use') && (
              <Button color="red" variant="light" onClick={() => setAsking(true)}>
                Emergency access…
              </Button>
            )
          }
        >
          No team of yours may see this client, or there is none at this address.
        </EmptyState>
      ) : (
        <ErrorAlert error={error} />
      )}
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Emergency access"
        confirmLabel="Open for an hour"
        danger
        reason={{
          label: 'Reason (at least 10 characters)',
          description: 'The privacy officer is alerted, and another person reviews it.',
          required: true,
        }}
        onConfirm={(reason) => open.mutateAsync(reason)}
      >
        <Text>
          You will read this client beyond the walls for one hour. Use it only when care can’t wait.
        </Text>
      </ConfirmModal>
    </>
  )
}
