import { Badge, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { IconDownload, IconPlus, IconSearch, IconUserSearch, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { linkOptions, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import type { ClientSummary } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { calendarDate } from '../ui/time.ts'
import { ExportModal } from './ExportModal.tsx'
import { ageOn, phoneText } from './format.ts'
import { NewClientModal } from './NewClientModal.tsx'
import { choicesQuery } from './queries.ts'

const link = (c: ClientSummary) => linkOptions({ to: '/clients/$clientId', params: { clientId: c.id } })

/** Find a client. What is typed is sent in a body and kept in memory only: it never stands in an address. */
export function ClientsPage() {
  const may = useMay()
  const navigate = useNavigate()
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [groupId, setGroupId] = useState<string | null>(null)
  const [facilityId, setFacilityId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [exporting, setExporting] = useState(false)
  const [q] = useDebouncedValue(typed.trim(), 200)
  const choices = useQuery(choicesQuery)
  useHotkeys([['/', () => search.current?.focus()]])
  const filter = { ...(groupId && { groupId }), ...(facilityId && { facilityId }) }
  const list = useCursorList<ClientSummary>(
    ['clients', 'list', q, groupId, facilityId],
    (cursor, signal) =>
      ok(
        api.POST('/api/v1/clients/search', {
          body: { ...filter, ...(q && { q }), ...(cursor && { cursor }), limit: 50 },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  const groupName = (id: string) => choices.data?.groups.find((g) => g.value === id)?.label
  const columns: Column<ClientSummary>[] = [
    {
      key: 'name',
      header: 'Name',
      phone: 'title',
      cell: (c) => (
        <Group gap={8} wrap="nowrap">
          <Text fw={560}>{c.displayName}</Text>
          {c.tags?.slice(0, 2).map((t) => (
            <Badge key={t} color="gray" visibleFrom="sm">
              {t}
            </Badge>
          ))}
        </Group>
      ),
    },
    {
      key: 'born',
      header: 'Born',
      phone: 'line',
      cell: (c) => (c.birthDate ? `${calendarDate(c.birthDate)} (${ageOn(c.birthDate)})` : ''),
    },
    { key: 'phone', header: 'Telephone', phone: 'line', cell: (c) => phoneText(c.phone) },
    { key: 'group', header: 'Group', cell: (c) => groupName(c.groupId) ?? '' },
    { key: 'updated', header: 'Changed', phone: 'hide', cell: (c) => <TimeAgo at={c.updatedAt} /> },
  ]
  const add = may('clients:create') && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      New client
    </Button>
  )
  const filtered = Boolean(q || groupId || facilityId)
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
      <Group mb="md" gap="sm" align="flex-end">
        <TextInput
          ref={search}
          type="search"
          flex="1 1 280px"
          label="Search"
          placeholder="Name, birth date, telephone, e-mail, MRN or SSN"
          leftSection={<IconSearch size={17} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Select
          label="Group"
          placeholder="All"
          clearable
          data={choices.data?.groups ?? []}
          value={groupId}
          onChange={setGroupId}
          flex="0 1 190px"
        />
        <Select
          label="Facility"
          placeholder="All"
          clearable
          data={choices.data?.facilities ?? []}
          value={facilityId}
          onChange={setFacilityId}
          flex="0 1 190px"
        />
      </Group>
      <DataTable
        label="Clients"
        columns={columns}
        list={list}
        rowKey={(c) => c.id}
        rowLink={link}
        empty={
          filtered ? (
            <EmptyState icon={IconUserSearch} title="Nobody matches">
              Check the spelling, or search by birth date or telephone. Clients behind a wall that is closed
              to you do not appear.
            </EmptyState>
          ) : (
            <EmptyState icon={IconUsers} title="No clients yet" action={add}>
              Clients that you may see stand here, the ones changed last first.
            </EmptyState>
          )
        }
      />
      {adding && (
        <NewClientModal
          onClose={() => setAdding(false)}
          onMade={(id) => void navigate({ to: '/clients/$clientId', params: { clientId: id } })}
        />
      )}
      {exporting && (
        <ExportModal
          formats={['csv']}
          body={filter}
          path="/clients/export"
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}
