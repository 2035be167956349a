import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFrame } from '../../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'

interface Props {
  title: string
  onClose: () => void
  onDone: (note: string) => Promise<unknown>
}

/** Does a step and says something about it, such as a serial number. */
export function NoteModal({ title, onClose, onDone }: Props) {
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (v) => (v.trim() ? null : 'Write the note, or tick the step without one') },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ note }) => {
    await onDone(note.trim())
    onClose()
  })
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} save="Done">
        <Textarea
          data-autofocus
          label="Note"
          description="Everybody who sees the ticket reads it: nothing about a patient."
          maxLength={2000}
          {...form.getInputProps('note')}
        />
      </FormFrame>
    </Dialog>
  )
}
