import { Button, Group, MultiSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'

interface Values {
  name: string
  description: string
  memberIds: string[]
}

interface Props {
  title: string
  onClose: () => void
  initial?: Partial<Values>
  /** Who may be a member, for teams. */
  members?: { value: string; label: string }[]
  onSave: (values: Values) => Promise<unknown>
}

/** Names something: a team with its members, or a client group. */
export function NamedModal({ title, onClose, initial, members, onSave }: Props) {
  const form = useForm<Values>({ initialValues: { name: '', description: '', memberIds: [], ...initial } })
  const { onSubmit, pending, error } = useSubmit(form, async (values) => {
    await onSave(values)
    onClose()
  })
  return (
    <Dialog onClose={onClose} title={title} size="md">
      <form onSubmit={onSubmit}>
        <Stack>
          <ErrorAlert error={error} shownFields={['name', 'description', 'memberIds']} />
          <TextInput data-autofocus label="Name" required maxLength={100} {...form.getInputProps('name')} />
          <Textarea
            label="What it is for (optional)"
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('description')}
          />
          {members && (
            <MultiSelect
              label="Members"
              data={members}
              searchable
              hidePickedOptions
              {...form.getInputProps('memberIds')}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
