import { Checkbox, MultiSelect, Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { deskQuery } from '../queries.ts'
import { choices } from '../settings/queries.ts'
import { IMPACTS, URGENCIES } from '../words.ts'
import type { TicketTemplate } from './fill.ts'

interface Props {
  template: TicketTemplate | undefined
  onClose: () => void
}

/** The editor of a template: what it fills in, and for whom it is. */
export function TemplateModal({ template: t, onClose }: Props) {
  const desk = useQuery(deskQuery).data
  const save = useSave('/api/v1/ticket-templates', t, ['desk'])
  const form = useForm({
    initialValues: {
      name: t?.name ?? '',
      subject: t?.subject ?? '',
      body: t?.body ?? '',
      queueId: t?.queueId ?? null,
      typeId: t?.typeId ?? null,
      impact: t?.impact ? String(t.impact) : null,
      urgency: t?.urgency ? String(t.urgency) : null,
      tags: t?.tags ?? [],
      checklistId: t?.checklistId ?? null,
      teamIds: t?.teamIds ?? [],
      archived: t?.archived ?? false,
    },
    validate: { name: (v) => (v.trim() ? null : 'Give it a name') },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (v) => {
    await save.mutateAsync({
      name: v.name.trim(),
      queueId: v.queueId,
      typeId: v.typeId,
      checklistId: v.checklistId,
      teamIds: v.teamIds,
      archived: v.archived,
      ...(v.subject.trim() && { subject: v.subject.trim() }),
      ...(v.body.trim() && { body: v.body.trim() }),
      ...(v.impact && { impact: Number(v.impact) }),
      ...(v.urgency && { urgency: Number(v.urgency) }),
      ...(v.tags.length > 0 && { tags: v.tags }),
    })
    onClose()
  })
  return (
    <FormModal title={t ? t.name : 'New template'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <TextInput label="Subject (optional)" maxLength={300} {...form.getInputProps('subject')} />
        <Textarea
          label="What happened (optional)"
          description="Nothing about a patient: it is a template for all."
          minRows={4}
          maxRows={14}
          maxLength={20_000}
          {...form.getInputProps('body')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label="Queue"
            placeholder="Whoever opens it decides"
            clearable
            data={choices(desk?.queues)}
            {...form.getInputProps('queueId')}
          />
          <Select
            label="Type"
            placeholder="Whoever opens it decides"
            clearable
            data={choices(desk?.types)}
            {...form.getInputProps('typeId')}
          />
          <Select
            label="Impact"
            placeholder="As the type has it"
            clearable
            data={IMPACTS}
            {...form.getInputProps('impact')}
          />
          <Select
            label="Urgency"
            placeholder="As the type has it"
            clearable
            data={URGENCIES}
            {...form.getInputProps('urgency')}
          />
          <TagsInput label="Tags (optional)" maxTags={50} maxLength={60} {...form.getInputProps('tags')} />
          <Select
            label="Checklist (optional)"
            placeholder="Those of the type alone"
            clearable
            data={choices(desk?.checklists)}
            {...form.getInputProps('checklistId')}
          />
        </SimpleGrid>
        <MultiSelect
          label="For the teams"
          placeholder={form.values.teamIds.length ? undefined : 'Everybody'}
          clearable
          data={choices(desk?.teams)}
          {...form.getInputProps('teamIds')}
        />
        {t && (
          <Checkbox
            label="Out of use"
            description="Nobody is offered it."
            {...form.getInputProps('archived', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </FormModal>
  )
}
