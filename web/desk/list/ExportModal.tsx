import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { send } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { saveAs } from '../../ui/save-as.ts'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import type { askedOf, Sort } from './state.ts'

interface Props {
  asked: ReturnType<typeof askedOf>
  sort: Sort
  onClose: () => void
}

/** The list on screen as a file, with a purpose that the log keeps as a disclosure. */
export function ExportModal({ asked, sort, onClose }: Props) {
  const form = useForm({
    initialValues: { purpose: '' },
    validate: { purpose: (v) => (v.trim().length < 3 ? 'Say who gets it and what for' : null) },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ purpose }) => {
    const response = await send(
      new Request(`${location.origin}/api/v1/tickets/export`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...asked, sort, purpose: purpose.trim() }),
      }),
    )
    saveAs(await response.blob(), response)
    toast('The file is saved, and the disclosure is in the log')
    onClose()
  })
  return (
    <Dialog onClose={onClose} title="Save this list as CSV" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} save="Save the file">
        <Text size="sm">
          A line for each ticket of this view, all pages of it: subject, status, people and times, and no
          messages. On your device nothing protects it any more.
        </Text>
        <Textarea
          data-autofocus
          label="Who gets it, and what for"
          description="Kept in the audit log under your name."
          maxLength={500}
          {...form.getInputProps('purpose')}
        />
      </FormFrame>
    </Dialog>
  )
}
