import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { type Document, documentsChanged } from '../queries.ts'
import { sendStep } from './use-step.ts'
import { useVersions } from './use-versions.ts'

interface Props {
  document: Document
  n: number
  onClose: () => void
}

/** Lets readers see a version. In a shared folder what is suspected needs a reason. */
export function PublishModal({ document: d, n, onClose }: Props) {
  const { rows } = useVersions(d.id)
  const version = rows.find((v) => v.n === n)
  const suspected = version?.fileState === 'suspected' && !version.downloadable
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (suspected && text.trim().length < 3 ? 'Say why' : null) },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ reason }) => {
    await sendStep(d, 'publish', { n, ...(suspected && { reason: reason.trim() }) })
    toast(`Version ${n} is published`)
    await documentsChanged()
    onClose()
  })
  return (
    <Dialog onClose={onClose} title={`Publish version ${n}?`} size="md">
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        shownFields={shown}
        save="Publish"
      >
        <Text>Everybody who sees the folder reads this version from now on, on every screen.</Text>
        {suspected && (
          <>
            <Text c="red.7">
              It may hold health information{version.why ? `: ${version.why}` : '.'} In a shared folder
              everybody would see it.
            </Text>
            <Textarea
              data-autofocus
              required
              label="Why may everybody here read it?"
              description="Kept in the audit log."
              maxLength={500}
              {...form.getInputProps('reason')}
            />
          </>
        )}
      </FormFrame>
    </Dialog>
  )
}
