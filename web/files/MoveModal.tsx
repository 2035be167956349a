import { Modal, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, ok } from '../api/client.ts'
import { FormFrame } from '../clients/edit/FormFrame.tsx'
import { ClientPicker } from '../desk/ClientPicker.tsx'
import { useSubmit } from '../ui/use-submit.ts'
import { filesChanged, type StoredFile } from './queries.ts'

interface Props {
  file: StoredFile
  onClose: () => void
}

/** Into the record, where it belongs; a tombstone stays on the ticket. */
export default function MoveModal({ file, onClose }: Props) {
  const form = useForm({
    initialValues: { clientId: null as string | null, reason: '' },
    validate: {
      clientId: (id) => (id ? null : 'Choose a client'),
      reason: (text) => (text.trim().length >= 3 ? null : 'Say why'),
    },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ clientId, reason }) => {
    await ok(
      api.POST('/api/v1/files/{id}/move', {
        params: { path: { id: file.id } },
        body: { clientId: clientId!, reason: reason.trim() },
      }),
    )
    await filesChanged()
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title="Move into a client’s record" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} save="Move">
        <Text size="sm" c="dimmed">
          The file goes behind the wall and under the classes of that client. The ticket keeps that there was
          a file.
        </Text>
        <ClientPicker
          autoFocus
          label="Client"
          value={form.values.clientId}
          error={form.errors.clientId}
          onChange={(id) => form.setFieldValue('clientId', id)}
        />
        <Textarea
          label="Why?"
          description="Kept in the audit log."
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </FormFrame>
    </Modal>
  )
}
