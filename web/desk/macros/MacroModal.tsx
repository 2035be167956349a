import {
  Button,
  Checkbox,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useMay } from '../../session/session.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { deskQuery } from '../queries.ts'
import { IMPACTS, URGENCIES } from '../words.ts'
import { type Macro, PLACEHOLDERS, toBody, toForm, withPlaceholder } from './form.ts'

const KINDS = [
  { value: 'public', label: 'Reply to requester' },
  { value: 'internal', label: 'Internal note' },
]

/** The editor of a macro: a text, and what else it does to the ticket in the same step. */
export function MacroModal({ macro, onClose }: { macro: Macro | undefined; onClose: () => void }) {
  const may = useMay()
  const desk = useQuery(deskQuery).data
  const text = useRef<HTMLTextAreaElement>(null)
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
  const put = (name: string) => {
    const box = text.current
    form.setFieldValue('body', (old) => withPlaceholder(old, box?.selectionStart ?? old.length, name))
    box?.focus()
  }
  return (
    <FormModal title={macro ? macro.name : 'New macro'} onClose={onClose}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <Textarea
          ref={text}
          label="Text (optional)"
          minRows={5}
          maxRows={14}
          maxLength={20_000}
          {...form.getInputProps('body')}
        />
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            Filled in for each ticket. {'{{requester.name|there}}'} says “there” when there is no name.
          </Text>
          <Group gap={6} role="group" aria-label="Put in">
            {PLACEHOLDERS.map(([name, about]) => (
              <Button
                key={name}
                size="compact-xs"
                variant="default"
                title={`{{${name}}}`}
                onClick={() => put(name)}
              >
                {about}
              </Button>
            ))}
          </Group>
        </div>
        <SegmentedControl aria-label="What the text becomes" data={KINDS} {...form.getInputProps('kind')} />
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
