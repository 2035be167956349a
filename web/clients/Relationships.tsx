import { Button, Text } from '@mantine/core'
import { IconLink, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { toastUndo } from '../ui/toast.tsx'
import { type Client, type Relationship, relationshipsQuery } from './queries.ts'
import { RowActions } from './RowActions.tsx'
import { refresh } from './refresh.ts'
import { TieModal } from './TieModal.tsx'

const COLUMNS: Column<Relationship>[] = [
  { key: 'name', header: 'Client', phone: 'title', cell: (r) => <Text fw={560}>{r.otherName}</Text> },
  { key: 'kind', header: 'Relationship', phone: 'line', cell: (r) => r.kind },
]

/** Other clients that belong together with this one. */
export function Relationships({ client, writes }: { client: Client; writes: boolean }) {
  const cache = useQueryClient()
  const list = useQuery(relationshipsQuery(client.id))
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Relationship>()
  const remove = useMutation({
    mutationFn: (r: Relationship) =>
      ok(
        api.DELETE('/api/v1/clients/{id}/relationships/{relationshipId}', {
          params: { path: { id: client.id, relationshipId: r.id } },
        }),
      ),
    onSuccess: (_, { otherClientId, kind }) => {
      refresh(cache, client.id, 'relationships')
      const params = { path: { id: client.id } }
      toastUndo('Relationship removed', async () => {
        await ok(api.POST('/api/v1/clients/{id}/relationships', { params, body: { otherClientId, kind } }))
        refresh(cache, client.id, 'relationships')
      })
    },
  })
  const add = writes && (
    <Button variant="default" leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      New relationship
    </Button>
  )
  const actions: Column<Relationship> = {
    key: 'actions',
    header: 'Actions',
    quietHeader: true,
    align: 'right',
    phone: 'aside',
    interactive: true,
    cell: (r) => <RowActions name={`relationship to ${r.otherName}`} onRemove={() => setRemoving(r)} />,
  }
  return (
    <Section title="Relationships" actions={list.data?.items.length ? add : undefined}>
      <DataTable
        label="Relationships"
        columns={writes ? [...COLUMNS, actions] : COLUMNS}
        list={plainList(list)}
        rowKey={(r) => r.id}
        rowLink={(r) => linkOptions({ to: '/clients/$clientId', params: { clientId: r.otherClientId } })}
        empty={
          <EmptyState icon={IconLink} title="No relationships yet" action={add}>
            Clients that belong together: a family, a household, a practice and its owner.
          </EmptyState>
        }
      />
      {adding && <TieModal clientId={client.id} onClose={() => setAdding(false)} />}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title="Remove this relationship?"
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!)}
      >
        {removing?.otherName} stays a client; only the tie goes.
      </ConfirmModal>
    </Section>
  )
}
