import { Button, Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCategory, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { IMPACTS, priorityOf, URGENCIES } from '../words.ts'
import { choices, flowsQuery, nameIn, type TicketType, typesQuery } from './queries.ts'
import { SettingList } from './SettingList.tsx'
import { useReorder } from './use-reorder.ts'

/** The same matrix as on the server: 1 is the most urgent. */
const together = (impact: number, urgency: number) =>
  priorityOf(Math.min(4, impact + urgency - 1)).label.toLowerCase()

/** What kinds of tickets there are, and by which flow each goes. */
export function TypesTab() {
  const types = useQuery(typesQuery)
  const flows = useQuery(flowsQuery).data?.items
  const [editing, setEditing] = useState<TicketType | 'new'>()
  const { move, pending } = useReorder<TicketType>('/api/v1/ticket-types', typesQuery.queryKey)
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New type
    </Button>
  )
  return (
    <Section
      title="Ticket types"
      description="An incident, a request: each goes by a flow, and begins with an impact and an urgency."
      actions={add}
    >
      <SettingList
        label="Ticket types"
        query={types}
        onEdit={setEditing}
        onMove={move}
        moving={pending}
        empty={
          <EmptyState icon={IconCategory} title="No types yet" action={add}>
            Tickets need one to begin with.
          </EmptyState>
        }
      >
        {(t) =>
          `Flow: ${nameIn(flows, t.flowId) ?? 'unknown'} · begins with ${together(t.impact, t.urgency)} priority`
        }
      </SettingList>
      {editing && (
        <TypeModal
          type={editing === 'new' ? undefined : editing}
          place={types.data?.items.length ?? 0}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}

interface ModalProps {
  type: TicketType | undefined
  place: number
  onClose: () => void
}

function TypeModal({ type, place, onClose }: ModalProps) {
  const flows = useQuery(flowsQuery).data?.items
  const save = useSave('/api/v1/ticket-types', type, ['desk'])
  const form = useForm({
    initialValues: {
      name: type?.name ?? '',
      flowId: type?.flowId ?? flows?.[0]?.id ?? null,
      impact: String(type?.impact ?? 3),
      urgency: String(type?.urgency ?? 3),
      archived: type?.archived ?? false,
    },
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      flowId: (v) => (v ? null : 'Choose a flow'),
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (v) => {
    await save.mutateAsync({
      name: v.name,
      flowId: v.flowId!,
      impact: Number(v.impact),
      urgency: Number(v.urgency),
      archived: v.archived,
      position: type?.position ?? place,
    })
    onClose()
  })
  return (
    <FormModal title={type ? type.name : 'New type'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <Select
          label="Flow"
          description="Flows are made under the tab Flows."
          allowDeselect={false}
          data={choices(flows)}
          {...form.getInputProps('flowId')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Impact to begin with"
            allowDeselect={false}
            data={IMPACTS}
            {...form.getInputProps('impact')}
          />
          <Select
            label="Urgency to begin with"
            allowDeselect={false}
            data={URGENCIES}
            {...form.getInputProps('urgency')}
          />
        </SimpleGrid>
        {type && (
          <Checkbox
            label="Out of use"
            description="No new tickets of it. Those that there are go on."
            {...form.getInputProps('archived', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </FormModal>
  )
}
