import { TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { sendJson } from '../../api/use-save.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useMay } from '../../session/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { type Document, documentsChanged } from '../queries.ts'

/** What is said about a document: its name, tags and days. */
export function EditModal({ document: d, onClose }: { document: Document; onClose: () => void }) {
  const publishes = useMay()('documents:publish')
  const form = useForm({
    initialValues: {
      name: d.name,
      tags: d.tags,
      reviewOn: d.reviewOn ?? '',
      expiresAt: d.expiresAt ? localText(d.expiresAt) : '',
    },
  })
  const { onSubmit, pending, error, shown } = useSubmit(form, async ({ expiresAt, reviewOn, ...values }) => {
    const before = d.expiresAt ? localText(d.expiresAt) : ''
    const expires = expiresAt ? new Date(expiresAt).toISOString() : null
    const changed = publishes && expiresAt !== before
    await sendJson(
      'PATCH',
      `/api/v1/documents/${d.id}`,
      { ...values, reviewOn: reviewOn || null, ...(changed && { expiresAt: expires }) },
      { 'If-Match': `"${d.version}"` },
    )
    await documentsChanged()
    onClose()
  })
  return (
    <Dialog onClose={onClose} title="Document" size="md">
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} shownFields={shown}>
        <TextInput data-autofocus label="Name" required maxLength={250} {...form.getInputProps('name')} />
        <TagsInput label="Tags (optional)" maxTags={20} {...form.getInputProps('tags')} />
        <TextInput
          type="date"
          label="Review on (optional)"
          description="When somebody is to look whether it still holds."
          {...form.getInputProps('reviewOn')}
        />
        {publishes && (
          <TextInput
            type="datetime-local"
            label="Expires (optional)"
            description="From then on nobody reads it."
            {...form.getInputProps('expiresAt')}
          />
        )}
      </FormFrame>
    </Dialog>
  )
}

/** A time as the field keeps it: in the zone of this device. */
function localText(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
