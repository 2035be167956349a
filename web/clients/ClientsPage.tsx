import { Alert, Button, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDownload, IconPlus, IconUserSearch, IconUsers } from '@tabler/icons-react'
import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { linkOptions, useNavigate } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import type { Answer, ClientSummary } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useShortcut } from '../ui/shortcuts/use-shortcut.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { ClientFilters } from './ClientFilters.tsx'
import { clientColumns } from './columns.tsx'
import { NO_FILTER, searchBody, setListFilter, useListFilter } from './list-filter.ts'
import { choicesQuery } from './queries.ts'

const ExportModal = later(() => import('./ExportModal.tsx'), 'ExportModal')
const NewClientModal = later(() => import('./NewClientModal.tsx'), 'NewClientModal')

type Found = Answer<'/api/v1/clients/search', 'post'>
const LIMIT = 50
const link = (c: ClientSummary) => linkOptions({ to: '/clients/$clientId', params: { clientId: c.id } })

/** Find a client. What is typed is sent in a body and kept in memory only: it never stands in an address. */
export function ClientsPage() {
  const may = useMay()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const search = useRef<HTMLInputElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [adding, setAdding] = useState(false)
  const [exporting, setExporting] = useState(false)
  const choices = useQuery(choicesQuery)
  const typed = useListFilter()
  const [filter] = useDebouncedValue(typed, 200)
  const asked = searchBody(filter)
  const { q: _q, ...listed } = asked
  const key = ['clients', 'list', asked]
  useShortcut('/', 'Search clients', () => search.current?.focus(), true)
  useShortcut(may('clients:create') ? 'n' : undefined, 'New client', () => setAdding(true))

  const list = useCursorList<ClientSummary>(
    key,
    (cursor, signal) =>
      ok(
        api.POST('/api/v1/clients/search', {
          body: { ...asked, ...(cursor && { cursor }), limit: LIMIT },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  const cut = cache.getQueryData<InfiniteData<Found>>(key)?.pages.some((p) => p.truncated)
  const settled = !list.loading && !list.updating && typed === filter
  const go = (open: boolean) => {
    const [only, ...others] = list.rows
    if (!only) return
    if (open && others.length === 0 && settled) void navigate(link(only))
    else frame.current?.querySelector<HTMLElement>('[data-row-link]')?.focus()
  }
  const add = may('clients:create') && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      New client
    </Button>
  )
  const filtered = Object.keys(asked).length > 0

  return (
    <>
      <PageHeader
        title="Clients"
        actions={
          <>
            {may('clients:export') && (
              <Button
                variant="default"
                leftSection={<IconDownload size={17} />}
                onClick={() => setExporting(true)}
              >
                Export list
              </Button>
            )}
            {add}
          </>
        }
      />
      <ClientFilters search={search} onGo={go} />
      <VisuallyHidden role="status">
        {filtered &&
          settled &&
          !list.error &&
          `${list.rows.length}${list.hasMore || cut ? ' or more' : ''} found`}
      </VisuallyHidden>
      {cut && settled && (
        <Alert color="gray" mb="sm" py="xs">
          More clients match than are shown. Type more of the name, or add the birth date.
        </Alert>
      )}
      <div ref={frame}>
        <DataTable
          label="Clients"
          columns={clientColumns((id) => choices.data?.groups.find((g) => g.value === id)?.label)}
          list={list}
          rowKey={(c) => c.id}
          rowLink={link}
          empty={filtered ? <NoMatch /> : <NoClients action={add} />}
        />
      </div>
      <Suspense>
        {adding && (
          <NewClientModal
            onClose={() => setAdding(false)}
            onMade={(id) => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
          />
        )}
        {exporting && (
          <ExportModal
            title="Export the list"
            formats={['csv']}
            body={listed}
            path="/clients/export"
            about={
              <>
                {Object.keys(listed).length > 0
                  ? 'All clients that you may see and that the filters let through.'
                  : 'All clients that you may see.'}
                {filter.q.trim() && ' The search does not narrow the export; the filters do.'}
              </>
            }
            onClose={() => setExporting(false)}
          />
        )}
      </Suspense>
    </>
  )
}

const NoMatch = () => (
  <EmptyState
    icon={IconUserSearch}
    title="Nobody matches"
    action={
      <Button variant="default" onClick={() => setListFilter(NO_FILTER)}>
        Show all clients
      </Button>
    }
  >
    Check the spelling, or search by birth date or telephone. Clients behind a wall that is closed to you do
    not appear.
  </EmptyState>
)

const NoClients = ({ action }: { action: React.ReactNode }) => (
  <EmptyState icon={IconUsers} title="No clients yet" action={action}>
    Clients that you may see stand here, the ones changed last first.
  </EmptyState>
)
