import { Checkbox, MultiSelect, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useMay } from '../../session/session.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { deskQuery } from '../queries.ts'
import { choices } from '../settings/queries.ts'
import { IMPACTS, URGENCIES } from '../words.ts'
import { CannedText } from './CannedText.tsx'
import { type Macro, toBody, toForm } from './form.ts'

/** The editor of a macro: a text, and what else it does to the ticket in the same step. */
export function MacroModal({ macro, onClose }: { macro: Macro | undefined; onClose: () => void }) {
  const may = useMay()
  const desk = useQuery(deskQuery).data
  const save = useSave('/api/v1/ticket-macros', macro, ['ticket-macros'])
  const form = useForm({
    initialValues: toForm(macro),
    validate: { name: (v) => (v.trim() ? null : 'Give it a name') },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (v) => {
    await save.mutateAsync(toBody(v))
    onClose()
  })
  const statuses = new Map(desk?.flows.flatMap((f) => f.statuses).map((s) => [s.key, s.name]))
  return (
    <FormModal title={macro ? macro.name : 'New macro'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <CannedText
          label="Text (optional)"
          text={form.getInputProps('body')}
          onText={(body) => form.setFieldValue('body', body)}
          kind={form.getInputProps('kind')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Status (optional)"
            placeholder="As it is"
            clearable
            data={[...statuses].map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('status')}
          />
          <Select
            label="Assigned to (optional)"
            placeholder="As it is"
            clearable
            searchable
            data={[
              { value: 'me', label: 'Whoever uses it' },
              { value: 'nobody', label: 'Nobody' },
              ...(desk?.people ?? []).map((p) => ({ value: p.id, label: p.name })),
            ]}
            {...form.getInputProps('assignee')}
          />
          <Select
            label="Impact (optional)"
            placeholder="As it is"
            clearable
            data={IMPACTS}
            {...form.getInputProps('impact')}
          />
          <Select
            label="Urgency (optional)"
            placeholder="As it is"
            clearable
            data={URGENCIES}
            {...form.getInputProps('urgency')}
          />
          <Select
            label="Queue (optional)"
            placeholder="As it is"
            clearable
            data={choices(desk?.queues)}
            {...form.getInputProps('queueId')}
          />
          <Select
            label="Type (optional)"
            placeholder="As it is"
            clearable
            data={choices(desk?.types)}
            {...form.getInputProps('typeId')}
          />
          <Select
            label="Team (optional)"
            placeholder="As it is"
            clearable
            data={choices(desk?.teams)}
            {...form.getInputProps('teamId')}
          />
          <MultiSelect
            label="Adds checklists (optional)"
            data={choices(desk?.checklists)}
            {...form.getInputProps('checklistIds')}
          />
          <TagsInput
            label="Adds tags (optional)"
            maxTags={20}
            maxLength={60}
            {...form.getInputProps('addTags')}
          />
          <TagsInput
            label="Takes tags away (optional)"
            maxTags={20}
            maxLength={60}
            {...form.getInputProps('removeTags')}
          />
        </SimpleGrid>
        {may('desk:settings') && (
          <Checkbox
            label="Share it with everybody who works tickets"
            {...form.getInputProps('shared', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </FormModal>
  )
}
