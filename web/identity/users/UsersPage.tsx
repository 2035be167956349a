import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { Link, linkOptions, useMatchRoute, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import type { User, UserStatus } from '../../api/types.ts'
import { useMay } from '../../session/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { columns } from './columns.tsx'
import { InviteModal } from './InviteModal.tsx'

const STATUSES = [
  { value: '', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'invited', label: 'Invited' },
  { value: 'suspended', label: 'Suspended' },
]
const userLink = (user: User) => linkOptions({ to: '/users/$userId', params: { userId: user.id } })

export function UsersPage() {
  const may = useMay()
  const navigate = useNavigate()
  const inviting = Boolean(useMatchRoute()({ to: '/users/invite' }))
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [status, setStatus] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  useShortcut(
    may('users:manage') ? 'n' : undefined,
    'Invite a user',
    () => void navigate({ to: '/users/invite' }),
  )
  useShortcut('f', 'Filter the list', () => search.current?.focus())

  const list = useCursorList<User>(
    ['users', 'list', q, status],
    (cursor, signal) => {
      const query = { limit: 50, cursor, ...(q && { q }), ...(status && { status: status as UserStatus }) }
      return ok(api.GET('/api/v1/users', { params: { query }, signal }))
    },
    { keepPrevious: true },
  )
  const invite = may('users:manage') && (
    <Button component={Link} to="/users/invite" leftSection={<IconUserPlus size={17} />}>
      Invite a user
    </Button>
  )

  return (
    <>
      <PageHeader
        title="Users"
        description="People and programs that may sign in, and what they may do."
        actions={invite}
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
        label="Users"
        columns={columns}
        list={list}
        rowKey={(user) => user.id}
        rowLink={userLink}
        empty={
          <EmptyState icon={IconUsers} title={q || status ? 'Nobody matches' : 'Nobody here yet'}>
            {q || status
              ? 'Try another name or status.'
              : 'Invite the people you work with: each gets a link to choose a password.'}
          </EmptyState>
        }
      />
      <InviteModal opened={inviting && may('users:manage')} onClose={() => void navigate({ to: '/users' })} />
    </>
  )
}
