import { Button, Text } from '@mantine/core'
import { IconAddressBook, IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, linkOptions } from '@tanstack/react-router'
import { api, ok } from '../api/client.ts'
import type { ClientSummary } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { calendarDate } from '../ui/time.ts'
import { type RecentClient, useRecentClients } from './recent.ts'

const open = (client: RecentClient) =>
  linkOptions({ to: '/clients/$clientId', params: { clientId: client.id } })

const name: Column<RecentClient> = {
  key: 'name',
  header: 'Client',
  phone: 'title',
  cell: (client) => (
    <span style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
      <PersonAvatar name={client.displayName} size={28} />
      {client.displayName}
    </span>
  ),
}
const born: Column<RecentClient> = {
  key: 'born',
  header: 'Born',
  cell: (c) => c.birthDate && calendarDate(c.birthDate),
}
const changed: Column<ClientSummary> = {
  key: 'changed',
  header: 'Changed',
  phone: 'aside',
  cell: (c) => <TimeAgo at={c.updatedAt} />,
}

/** The clients this person opened last; before the first one, those that changed last. */
export function RecentClients() {
  const opened = useRecentClients()
  const may = useMay()
  const latest = useQuery({
    queryKey: ['clients', 'latest'],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { limit: 6 }, signal })),
    enabled: opened.length === 0,
  })
  const nothing = (
    <EmptyState
      icon={IconAddressBook}
      title="No clients yet"
      action={
        may('clients:import') && (
          <Button component={Link} to="/imports" leftSection={<IconFileImport size={17} />}>
            Bring clients in
          </Button>
        )
      }
    >
      Clients that your teams may see appear here. If you miss somebody, ask who looks after teams and walls.
    </EmptyState>
  )
  if (opened.length > 0) {
    const list = {
      rows: opened,
      loading: false,
      updating: false,
      error: undefined,
      hasMore: false,
      loadingMore: false,
      loadMore: () => {},
      retry: () => {},
    }
    return (
      <Section title="Opened last">
        <DataTable
          label="Clients opened last"
          columns={[name, born]}
          list={list}
          rowKey={(c) => c.id}
          rowLink={open}
          empty={nothing}
        />
      </Section>
    )
  }
  return (
    <Section
      title="Changed last"
      actions={
        <Text component={Link} to="/clients" c="var(--mantine-color-anchor)" className="wk-tap">
          All clients
        </Text>
      }
    >
      <DataTable
        label="Clients changed last"
        columns={[name, born, changed]}
        list={plainList(latest)}
        rowKey={(c) => c.id}
        rowLink={open}
        empty={nothing}
      />
    </Section>
  )
}
