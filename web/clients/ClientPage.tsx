import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { noteOpened } from '../home/recent.ts'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { later } from '../ui/later.ts'
import { ClientHeader } from './ClientHeader.tsx'
import classes from './ClientPage.module.css'
import { ClosedClient } from './ClosedClient.tsx'
import type { Receipt } from './DestroyedClient.tsx'
import type { Version } from './edit/use-change.ts'
import { PrintFoot } from './PrintFoot.tsx'
import { clientQuery } from './queries.ts'
import { RecordTab } from './RecordTab.tsx'
import type { ClientTab } from './tabs.ts'

// Mostly somebody wants the record: what else there is comes when it is asked for.
const ContactsTab = later(() => import('./ContactsTab.tsx'), 'ContactsTab')
const NotesTab = later(() => import('./NotesTab.tsx'), 'NotesTab')
const Files = later(() => import('../files/Files.tsx'), 'Files')
const ClientFolders = later(() => import('../documents/ClientFolders.tsx'), 'ClientFolders')
const PortalTab = later(() => import('../portal-people/PortalTab.tsx'), 'PortalTab')
const ClientThreads = later(() => import('../messages/ClientThreads.tsx'), 'ClientThreads')
const ClientForms = later(() => import('../forms/client/ClientForms.tsx'), 'ClientForms')
const ResourcesTab = later(() => import('./ResourcesTab.tsx'), 'ResourcesTab')
const HistoryTab = later(() => import('./HistoryTab.tsx'), 'HistoryTab')
const DestroyedClient = later(() => import('./DestroyedClient.tsx'), 'DestroyedClient')

const route = getRouteApi('/inside/clients/$clientId')

/** One client: the record by field class, contacts, notes, what was imported, and who saw or changed it. */
export function ClientPage() {
  const { clientId } = route.useParams()
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page key={clientId} clientId={clientId} />
    </Suspense>
  )
}

function Page({ clientId }: { clientId: string }) {
  const [receipt, setReceipt] = useState<Receipt>()
  const client = useQuery({ ...clientQuery(clientId), enabled: !receipt })
  useEffect(() => {
    if (client.data) noteOpened({ ...client.data.data, birthDate: client.data.data.demographic?.birthDate })
  }, [client.data])
  if (receipt) return <DestroyedClient receipt={receipt} />
  if (client.data)
    return <Opened client={client.data.data} etag={client.data.etag} onDestroyed={setReceipt} />
  if (!client.error) return <PageSkeleton />
  return <ClosedClient clientId={clientId} error={client.error} onRetry={() => void client.refetch()} />
}

function Opened({ client, etag, onDestroyed }: Version & { onDestroyed: (receipt: Receipt) => void }) {
  const may = useMay()
  const { tab = 'record' } = route.useSearch()
  const navigate = route.useNavigate()
  const see = client.access.classes
  const show = (next: string | null) =>
    void navigate({
      search: next === 'record' ? {} : { tab: next as ClientTab },
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <ClientHeader client={client} etag={etag} onDestroyed={onDestroyed} />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="lg" className={classes.tabs}>
          <Tabs.Tab value="record">Record</Tabs.Tab>
          {see.contact && <Tabs.Tab value="contacts">Contacts</Tabs.Tab>}
          {may('notes:read') && see.note && <Tabs.Tab value="notes">Notes</Tabs.Tab>}
          {may('files:read') && see.clinical && <Tabs.Tab value="files">Files</Tabs.Tab>}
          {may('documents:read') && see.clinical && <Tabs.Tab value="documents">Documents</Tabs.Tab>}
          {may('portal:read') && see.contact && <Tabs.Tab value="portal">Portal</Tabs.Tab>}
          {may('messages:read') && see.clinical && <Tabs.Tab value="messages">Messages</Tabs.Tab>}
          {may('forms:read') && <Tabs.Tab value="forms">Forms</Tabs.Tab>}
          {see.clinical && <Tabs.Tab value="imported">Imported</Tabs.Tab>}
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Suspense fallback={<PageSkeleton />}>
          <Tabs.Panel value="record">
            <RecordTab client={client} etag={etag} />
          </Tabs.Panel>
          <Tabs.Panel value="contacts">
            <ContactsTab client={client} />
          </Tabs.Panel>
          <Tabs.Panel value="notes">
            <NotesTab client={client} />
          </Tabs.Panel>
          <Tabs.Panel value="files">
            <Files
              owner={{ type: 'client', id: client.id }}
              writes={client.access.write && may('files:write')}
            />
          </Tabs.Panel>
          <Tabs.Panel value="documents">
            <ClientFolders clientId={client.id} writes={client.access.write && may('documents:write')} />
          </Tabs.Panel>
          <Tabs.Panel value="portal">
            <PortalTab clientId={client.id} writes={client.access.write && see.contact === 'write'} />
          </Tabs.Panel>
          <Tabs.Panel value="messages">
            <ClientThreads clientId={client.id} writes={client.access.write} />
          </Tabs.Panel>
          <Tabs.Panel value="forms">
            <ClientForms clientId={client.id} writes={client.access.write} />
          </Tabs.Panel>
          <Tabs.Panel value="imported">
            <ResourcesTab clientId={client.id} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <HistoryTab clientId={client.id} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
      <PrintFoot />
    </>
  )
}
