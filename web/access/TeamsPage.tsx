import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash, IconUsersGroup, IconWall } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import type { Named } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { type ClientGroup, call, groupList, type Team, teamList } from './api.ts'
import { NamedModal } from './NamedModal.tsx'
import { WallMatrix } from './WallMatrix.tsx'

type Kind = 'teams' | 'client-groups'
const NAMES = { teams: 'team', 'client-groups': 'client group' } as const

/** Who works together (teams), whom they serve (client groups), and the walls between. */
export function TeamsPage() {
  const may = useMay()('teams:manage')
  const [editing, setEditing] = useState<{ kind: Kind; item?: Team | ClientGroup }>()
  const [removing, setRemoving] = useState<{ kind: Kind; item: Named }>()
  const teams = useQuery(teamList)
  const groups = useQuery(groupList)
  const people = useQuery({
    queryKey: ['users', 'choices'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/users', { params: { query: { status: 'active', limit: 100 } }, signal })),
    enabled: may,
  })
  const touches = ['teams', 'client-groups', 'walls', 'users']
  const save = useMutation({
    mutationFn: ({ kind, id, body }: { kind: Kind; id?: string; body: object }) =>
      call(id ? 'PATCH' : 'POST', `/${kind}${id ? `/${id}` : ''}`, body),
    meta: { touches },
  })
  const remove = useMutation({
    mutationFn: ({ kind, id }: { kind: Kind; id: string }) => call('DELETE', `/${kind}/${id}`),
    meta: { touches },
  })

  const actions = (kind: Kind): Column<Team | ClientGroup>[] =>
    may
      ? [
          {
            key: 'actions',
            header: '',
            align: 'right',
            phone: 'aside',
            interactive: true,
            cell: (item) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <Tooltip label="Edit">
                  <ActionIcon aria-label={`Edit ${item.name}`} onClick={() => setEditing({ kind, item })}>
                    <IconPencil size={17} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label="Delete">
                  <ActionIcon aria-label={`Delete ${item.name}`} onClick={() => setRemoving({ kind, item })}>
                    <IconTrash size={17} />
                  </ActionIcon>
                </Tooltip>
              </Group>
            ),
          },
        ]
      : []
  const name: Column<Team | ClientGroup> = {
    key: 'name',
    header: 'Name',
    phone: 'title',
    cell: (x) => (
      <>
        <Text fw={560}>{x.name}</Text>
        {x.description && (
          <Text size="sm" c="dimmed">
            {x.description}
          </Text>
        )}
      </>
    ),
  }
  const addButton = (kind: Kind) =>
    may && (
      <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setEditing({ kind })}>
        New {NAMES[kind]}
      </Button>
    )
  return (
    <>
      <PageHeader
        title="Teams & walls"
        description="A wall opens a client group to a team, for reading or for writing. What no wall opens is closed, and the database itself holds it."
      />
      <WallMatrix editable={may} />
      <Section title="Teams" actions={addButton('teams')}>
        <DataTable
          label="Teams"
          columns={[
            name,
            { key: 'members', header: 'Members', align: 'right', cell: (t) => (t as Team).memberIds.length },
            ...actions('teams'),
          ]}
          list={plainList(teams)}
          rowKey={(t) => t.id}
          empty={
            <EmptyState icon={IconUsersGroup} title="No teams yet" action={addButton('teams')}>
              People see clients through their teams.
            </EmptyState>
          }
        />
      </Section>
      <Section title="Client groups" actions={addButton('client-groups')}>
        <DataTable
          label="Client groups"
          columns={[
            name,
            {
              key: 'clients',
              header: 'Clients',
              align: 'right',
              cell: (g) => (g as ClientGroup).clientCount.toLocaleString(),
            },
            ...actions('client-groups'),
          ]}
          list={plainList(groups)}
          rowKey={(g) => g.id}
          empty={
            <EmptyState icon={IconWall} title="No client groups yet" action={addButton('client-groups')}>
              Every client belongs to one: a practice, a ward, a program.
            </EmptyState>
          }
        />
      </Section>
      {editing && (
        <NamedModal
          title={editing.item ? editing.item.name : `New ${NAMES[editing.kind]}`}
          initial={editing.item ?? {}}
          members={
            editing.kind === 'teams'
              ? (people.data?.items ?? []).map((u) => ({
                  value: u.id,
                  label: `${u.displayName} (${u.email})`,
                }))
              : undefined
          }
          onClose={() => setEditing(undefined)}
          onSave={({ name, description, memberIds }) =>
            save.mutateAsync({
              kind: editing.kind,
              id: editing.item?.id,
              body: { name, description, ...(editing.kind === 'teams' && { memberIds }) },
            })
          }
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Delete ${removing?.item.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onConfirm={() => remove.mutateAsync({ kind: removing!.kind, id: removing!.item.id })}
      >
        {removing?.kind === 'teams'
          ? 'Its members lose what its walls opened to them, at once.'
          : 'Only a group without clients can be deleted.'}
      </ConfirmModal>
    </>
  )
}
