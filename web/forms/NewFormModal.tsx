import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useSave } from '../api/use-save.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { useSubmit } from '../ui/use-submit.ts'

/** Begins a form: its title now, its questions on its own page. */
export function NewFormModal({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const save = useSave('/api/v1/forms', undefined, ['forms'])
  const form = useForm({ initialValues: { title: '' } })
  const { onSubmit, pending, error } = useSubmit(form, async ({ title }) => {
    const made = await save.mutateAsync({ definition: { title: { en: title.trim() } } } as never)
    await navigate({ to: '/forms/$formId', params: { formId: made.id } })
  })
  return (
    <Dialog onClose={onClose} title="New form">
      <form onSubmit={onSubmit}>
        <Stack>
          <TextInput
            data-autofocus
            label="Title"
            description="As clients read it."
            required
            maxLength={200}
            {...form.getInputProps('title')}
          />
          <ErrorAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!form.values.title.trim()}>
              Begin
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
