import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconBolt, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { type Desk, deskQuery } from '../queries.ts'
import { nameIn } from '../settings/queries.ts'
import { macrosQuery } from '../ticket/MacroMenu.tsx'
import { IMPACTS, URGENCIES } from '../words.ts'
import type { Macro } from './form.ts'
import { MacroModal } from './MacroModal.tsx'

/** What a macro does beside its text, in words. */
function doesText(m: Macro, desk: Desk | undefined): string {
  const status = desk?.flows.flatMap((f) => f.statuses).find((s) => s.key === m.status)?.name ?? m.status
  const person = desk?.people.find((p) => p.id === m.assignee)?.name ?? 'somebody'
  const who = m.assignee === 'me' ? 'whoever uses it' : m.assignee === 'nobody' ? 'nobody' : person
  return [
    m.body && (m.kind === 'public' ? 'replies' : 'writes a note'),
    status && `sets ${status}`,
    m.assignee && `assigns to ${who}`,
    m.impact && `impact: ${IMPACTS[m.impact - 1]?.label.toLowerCase()}`,
    m.urgency && `urgency: ${URGENCIES[m.urgency - 1]?.label.toLowerCase()}`,
    m.queueId && `queue ${nameIn(desk?.queues, m.queueId) ?? ''}`,
    m.typeId && `type ${nameIn(desk?.types, m.typeId) ?? ''}`,
    m.teamId && `team ${nameIn(desk?.teams, m.teamId) ?? ''}`,
    m.checklistIds && `${m.checklistIds.length} checklist${m.checklistIds.length === 1 ? '' : 's'}`,
    m.addTags && `tags ${m.addTags.join(', ')}`,
    m.removeTags && `removes ${m.removeTags.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Canned replies and what comes with them: one's own, and those that are shared. */
export function MacrosPage() {
  const may = useMay()
  const macros = useQuery(macrosQuery)
  const desk = useQuery(deskQuery).data
  const [editing, setEditing] = useState<Macro | 'new'>()
  const [removing, setRemoving] = useState<Macro>()
  useShortcut('n', 'New macro', () => setEditing('new'))
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/ticket-macros/{id}', { params: { path: { id } } })),
    meta: { touches: ['ticket-macros'] },
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New macro
    </Button>
  )
  const columns: Column<Macro>[] = [
    {
      key: 'name',
      header: 'Macro',
      phone: 'title',
      width: '50%',
      cell: (m) => (
        <>
          <Group gap={8}>
            <Text fw={560}>{m.name}</Text>
            {m.shared && <Badge color="gray">Shared</Badge>}
          </Group>
          {m.body && (
            <Text size="sm" c="dimmed" lineClamp={2}>
              {m.body}
            </Text>
          )}
        </>
      ),
    },
    { key: 'does', header: 'Does', phone: 'line', cell: (m) => doesText(m, desk) },
    {
      key: 'actions',
      header: 'Actions',
      quietHeader: true,
      align: 'right',
      phone: 'aside',
      interactive: true,
      cell: (m) =>
        (!m.shared || may('desk:settings')) && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Tooltip label="Edit">
              <ActionIcon aria-label={`Edit ${m.name}`} onClick={() => setEditing(m)}>
                <IconPencil size={17} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Remove">
              <ActionIcon aria-label={`Remove ${m.name}`} onClick={() => setRemoving(m)}>
                <IconTrash size={17} />
              </ActionIcon>
            </Tooltip>
          </Group>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Macros"
        description="Answers that you write often, and what comes with them in one step. They are at hand on every ticket."
        actions={add}
      />
      <DataTable
        label="Macros"
        columns={columns}
        list={plainList(macros)}
        rowKey={(m) => m.id}
        empty={
          <EmptyState icon={IconBolt} title="No macros yet" action={add}>
            A text with the requester’s name filled in, a status, a tag: whatever you do over and over.
          </EmptyState>
        }
      />
      {editing && (
        <MacroModal macro={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Remove ${removing?.name ?? ''}?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!.id)}
      >
        {removing?.shared ? 'It disappears for everybody.' : 'It is yours alone.'} Tickets stay as they are.
      </ConfirmModal>
    </>
  )
}
