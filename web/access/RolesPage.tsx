import { Badge, Button, Group, Text } from '@mantine/core'
import { IconPlus, IconShieldLock } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldClass } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FieldClassBadge } from '../ui/FieldClassBadge.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { call, type Role, roleList } from './api.ts'
import { RoleModal } from './RoleModal.tsx'

/** What each role may do, and which classes of fields it sees. */
export function RolesPage() {
  const may = useMay()('roles:manage')
  const roles = useQuery(roleList)
  const [editing, setEditing] = useState<Role | 'new'>()
  const [removing, setRemoving] = useState<Role>()
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', `/roles/${id}`),
    meta: { touches: ['roles'] },
  })
  const add = may && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New role
    </Button>
  )
  const columns: Column<Role>[] = [
    {
      key: 'name',
      header: 'Role',
      phone: 'title',
      cell: (r) => (
        <>
          <Group gap={8}>
            <Text fw={560}>{r.name}</Text>
            {r.builtIn && <Badge color="gray">Shipped</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            {r.description}
          </Text>
        </>
      ),
    },
    {
      key: 'classes',
      header: 'Sees',
      phone: 'line',
      cell: (r) => {
        const seen = Object.entries(r.fieldClasses) as [FieldClass, 'read' | 'write'][]
        return seen.length ? (
          <Group gap={4}>
            {seen.map(([c, access]) => (
              <FieldClassBadge key={c} name={c} access={access} />
            ))}
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            No protected fields
          </Text>
        )
      },
    },
    { key: 'permissions', header: 'May do', align: 'right', cell: (r) => r.permissions.length },
    { key: 'users', header: 'Users', align: 'right', cell: (r) => r.userCount },
    ...(may
      ? [
          {
            key: 'edit',
            header: '',
            align: 'right' as const,
            phone: 'aside' as const,
            interactive: true,
            cell: (r: Role) => (
              <Button size="xs" variant="default" aria-label={`Edit ${r.name}`} onClick={() => setEditing(r)}>
                Edit
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader
        title="Roles"
        description="A role says what its holder may do, and down to which class of field the holder sees."
        actions={add}
      />
      <DataTable
        label="Roles"
        columns={columns}
        list={plainList(roles)}
        rowKey={(r) => r.id}
        empty={<EmptyState icon={IconShieldLock} title="No roles" action={add} />}
      />
      {editing && (
        <RoleModal
          role={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onDelete={(r) => setRemoving(r)}
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Delete ${removing?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onConfirm={() => remove.mutateAsync(removing!.id)}
      >
        A role that somebody holds can’t be deleted.
      </ConfirmModal>
    </>
  )
}
