import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconInbox, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { groupList, teamList } from '../../access/api.ts'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { choices, nameIn, type Queue, queuesQuery, typesQuery, usable } from './queries.ts'
import { SettingList } from './SettingList.tsx'
import { useReorder } from './use-reorder.ts'

/** Where tickets come in and wait. The first takes what names no queue. */
export function QueuesTab() {
  const queues = useQuery(queuesQuery)
  const groups = useQuery(groupList).data?.items
  const teams = useQuery(teamList).data?.items
  const types = useQuery(typesQuery).data?.items
  const [editing, setEditing] = useState<Queue | 'new'>()
  const { move, pending } = useReorder<Queue>('/api/v1/queues', queuesQuery.queryKey)
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New queue
    </Button>
  )
  return (
    <Section
      title="Queues"
      description="Where tickets come in. A ticket of no client stands behind the wall of its queue’s client group. The first queue takes what names none."
      actions={add}
    >
      <SettingList
        label="Queues"
        query={queues}
        onEdit={setEditing}
        onMove={move}
        moving={pending}
        empty={
          <EmptyState icon={IconInbox} title="No queues yet" action={add}>
            Tickets need one to come in.
          </EmptyState>
        }
      >
        {(q) =>
          [
            `Wall: ${nameIn(groups, q.groupId) ?? 'a client group'}`,
            q.typeId && `makes ${nameIn(types, q.typeId) ?? 'a type'}`,
            q.teamId && `for ${nameIn(teams, q.teamId) ?? 'a team'}`,
          ]
            .filter(Boolean)
            .join(' · ')
        }
      </SettingList>
      {editing && (
        <QueueModal
          queue={editing === 'new' ? undefined : editing}
          place={queues.data?.items.length ?? 0}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}

interface ModalProps {
  queue: Queue | undefined
  /** Where a new one stands: at the end. */
  place: number
  onClose: () => void
}

function QueueModal({ queue, place, onClose }: ModalProps) {
  const groups = useQuery(groupList).data?.items
  const teams = useQuery(teamList).data?.items
  const types = useQuery(typesQuery).data?.items
  const save = useSave('/api/v1/queues', queue, ['desk'])
  const form = useForm({
    initialValues: {
      name: queue?.name ?? '',
      groupId: queue?.groupId ?? (null as string | null),
      typeId: queue?.typeId ?? null,
      teamId: queue?.teamId ?? null,
      archived: queue?.archived ?? false,
    },
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      groupId: (v) => (v ? null : 'Choose who may see what comes in here'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ groupId, ...v }) => {
    await save.mutateAsync({ ...v, groupId: groupId!, position: queue?.position ?? place })
    onClose()
  })
  return (
    <FormModal title={queue ? queue.name : 'New queue'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <Select
          label="Client group that is its wall"
          description="Whoever may see this group sees the queue’s tickets of no client."
          searchable
          allowDeselect={false}
          data={choices(groups)}
          {...form.getInputProps('groupId')}
        />
        <Select
          label="Type of new tickets (optional)"
          placeholder="The first type"
          clearable
          data={choices(usable(types, queue?.typeId))}
          {...form.getInputProps('typeId')}
        />
        <Select
          label="Team (optional)"
          description="New tickets are given to it."
          placeholder="No team"
          clearable
          data={choices(teams)}
          {...form.getInputProps('teamId')}
        />
        {queue && (
          <Checkbox
            label="Out of use"
            description="Nobody puts tickets into it any more. What is in it stays."
            {...form.getInputProps('archived', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </FormModal>
  )
}
