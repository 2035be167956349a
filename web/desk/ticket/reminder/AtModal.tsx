import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFrame } from '../../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { localField, reminderTimes } from './times.ts'

interface Props {
  onClose: () => void
  onChoose: (at: Date) => Promise<unknown>
}

/** Any day and hour. */
export function AtModal({ onClose, onChoose }: Props) {
  const form = useForm({
    initialValues: { at: localField(reminderTimes(new Date())[1]!.at) },
    validate: {
      at: (v) => (v && new Date(v).getTime() > Date.now() ? null : 'Choose a time that is to come'),
    },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ at }) => {
    await onChoose(new Date(at))
    onClose()
  })
  return (
    <Dialog onClose={onClose} title="Remind me">
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        save="Set the reminder"
      >
        <TextInput data-autofocus type="datetime-local" label="Day and time" {...form.getInputProps('at')} />
      </FormFrame>
    </Dialog>
  )
}
