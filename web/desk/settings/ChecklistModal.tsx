import { ActionIcon, Button, Checkbox, Group, Input, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { roleList } from '../../access/api.ts'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useMay } from '../../session/session.ts'
import { OrderedList } from '../../ui/order/OrderedList.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { type Checklist, choices, typesQuery, usable } from './queries.ts'

interface DraftStep {
  uid: string
  title: string
  required: boolean
  roleId: string | null
  two: boolean
}

const fresh = (): DraftStep => ({
  uid: crypto.randomUUID(),
  title: '',
  required: true,
  roleId: null,
  two: false,
})

/** The editor of a checklist: its steps, in the order in which they are done. */
export function ChecklistModal(props: { checklist: Checklist | undefined; onClose: () => void }) {
  const { checklist, onClose } = props
  const may = useMay()
  const types = useQuery(typesQuery).data?.items
  const roles = useQuery({ ...roleList, enabled: may('roles:read') }).data?.items
  const save = useSave('/api/v1/checklist-templates', checklist, ['desk'])
  const form = useForm({
    initialValues: {
      name: checklist?.name ?? '',
      typeId: checklist?.typeId ?? null,
      archived: checklist?.archived ?? false,
      steps: checklist?.steps.map((s) => ({ ...s, uid: crypto.randomUUID(), two: s.people === 2 })) ?? [
        fresh(),
      ],
    },
    validate: {
      name: (v) => (v.trim() ? null : 'Give it a name'),
      steps: { title: (v) => (v.trim() ? null : 'Say what is to be done') },
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ steps, ...v }) => {
    await save.mutateAsync({
      ...v,
      steps: steps.map(({ title, required, roleId, two }) => ({
        title: title.trim(),
        required,
        roleId,
        people: two ? 2 : 1,
      })),
    })
    onClose()
  })
  const { steps } = form.values
  return (
    <FormModal title={checklist ? checklist.name : 'New checklist'} onClose={onClose} size="xl">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" maxLength={100} {...form.getInputProps('name')} />
        <Select
          label="On every ticket of the type (optional)"
          placeholder="None: it is put on every ticket"
          clearable
          data={choices(usable(types, checklist?.typeId))}
          {...form.getInputProps('typeId')}
        />
        <Input.Wrapper label="Steps" labelElement="div" error={form.errors.steps}>
          <OrderedList
            roomy
            label="Steps"
            items={steps}
            keyOf={(s) => s.uid}
            nameOf={(s, at) => s.title || `step ${at + 1}`}
            onMove={(from, to) => {
              form.reorderListItem('steps', { from, to })
              form.clearErrors()
            }}
            actions={(s, at) => (
              <ActionIcon
                size="md"
                aria-label={`Remove ${s.title || `step ${at + 1}`}`}
                disabled={steps.length === 1}
                onClick={() => form.removeListItem('steps', at)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          >
            {(_, at) => (
              <Stack gap="xs">
                <TextInput
                  aria-label={`Step ${at + 1}`}
                  placeholder="What is to be done"
                  maxLength={200}
                  {...form.getInputProps(`steps.${at}.title`)}
                />
                <Group gap="md">
                  <Checkbox
                    label="Required"
                    {...form.getInputProps(`steps.${at}.required`, { type: 'checkbox' })}
                  />
                  <Checkbox
                    label="Two people"
                    {...form.getInputProps(`steps.${at}.two`, { type: 'checkbox' })}
                  />
                  {(roles || steps[at]!.roleId) && (
                    <Select
                      aria-label={`Who does step ${at + 1}`}
                      placeholder="Anybody"
                      clearable
                      searchable
                      data={roles ? choices(roles) : [{ value: steps[at]!.roleId!, label: 'One role' }]}
                      flex="1 1 160px"
                      {...form.getInputProps(`steps.${at}.roleId`)}
                    />
                  )}
                </Group>
              </Stack>
            )}
          </OrderedList>
        </Input.Wrapper>
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={17} />}
            disabled={steps.length >= 50}
            onClick={() => form.insertListItem('steps', fresh())}
          >
            Add a step
          </Button>
        </Group>
        <Input.Description>
          A step by two people is done by the first and confirmed by another. A required one can’t be skipped.
        </Input.Description>
        {checklist && (
          <Checkbox
            label="Out of use"
            description="No new tickets get it."
            {...form.getInputProps('archived', { type: 'checkbox' })}
          />
        )}
      </FormFrame>
    </FormModal>
  )
}
