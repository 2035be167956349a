import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useShortcut } from '../ui/shortcuts/use-shortcut.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { COLUMNS } from './columns.tsx'
import { InviteModal } from './InviteModal.tsx'
import type { PortalPerson } from './queries.ts'

const STATUSES = [
  { value: '', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'invited', label: 'Invited' },
  { value: 'suspended', label: 'Suspended' },
]

/** Patients, guardians and people at facilities who use the portal. */
export function PeoplePage() {
  const may = useMay()
  const search = useRef<HTMLInputElement>(null)
  const [inviting, setInviting] = useState(false)
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  useShortcut(may('portal:manage') ? 'n' : undefined, 'Invite somebody to the portal', () =>
    setInviting(true),
  )
  useShortcut('f', 'Filter the list', () => search.current?.focus())
  const list = useCursorList<PortalPerson>(
    ['portal-people', 'list', q, status],
    (cursor, signal) =>
      ok(
        api.POST('/api/v1/portal-people/search', {
          body: { q, limit: 50, cursor, ...(status && { status: status as 'active' }) },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  return (
    <>
      <PageHeader
        title="Portal people"
        description="Patients, guardians and people at facilities, and whom they are here for."
        actions={
          may('portal:manage') && (
            <Button leftSection={<IconUserPlus size={17} />} onClick={() => setInviting(true)}>
              Invite somebody
            </Button>
          )
        }
      />
      <Group mb="sm" gap="sm">
        <TextInput
          ref={search}
          type="search"
          flex="1 1 220px"
          maw={360}
          placeholder="Name or e-mail address"
          aria-label="Filter by name or e-mail address"
          leftSection={<IconSearch size={16} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SegmentedControl aria-label="Status" data={STATUSES} value={status} onChange={setStatus} />
      </Group>
      <DataTable
        label="Portal people"
        columns={COLUMNS}
        list={list}
        rowKey={(p) => p.id}
        rowLink={(p) => linkOptions({ to: '/portal-people/$personId', params: { personId: p.id } })}
        empty={
          <EmptyState icon={IconUsersGroup} title={q || status ? 'Nobody matches' : 'Nobody here yet'}>
            {q || status
              ? 'Try another name or status.'
              : 'Invite a client, a guardian or somebody at a facility: by e-mail, or with a code that you read out.'}
          </EmptyState>
        }
      />
      {inviting && <InviteModal onClose={() => setInviting(false)} />}
    </>
  )
}
