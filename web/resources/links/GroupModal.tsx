import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSave } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { FormModal } from '../../clients/edit/FormModal.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import type { KeptGroup } from '../queries.ts'

/** A group of links: new, or another name for it. */
export function GroupModal({ group, onClose }: { group: KeptGroup | undefined; onClose: () => void }) {
  const save = useSave('/api/v1/link-groups', group, ['links'], 'PATCH')
  const form = useForm({
    initialValues: { name: group?.name ?? '' },
    validate: { name: (v) => (v.trim() ? null : 'Give it a name') },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async (values) => {
    await save.mutateAsync(values)
    onClose()
  })
  return (
    <FormModal title={group ? `Rename ${group.name}` : 'New group'} onClose={onClose} size="md">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput
          data-autofocus
          label="Name"
          description="The heading above its links."
          maxLength={60}
          {...form.getInputProps('name')}
        />
      </FormFrame>
    </FormModal>
  )
}
