import { Modal, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import type { Message } from '../queries.ts'

interface Props {
  ticketId: string
  message: Message
  onClose: () => void
}

/** Writes one’s own message anew, while that is still possible. */
export function EditMessageModal({ ticketId, message, onClose }: Props) {
  const cache = useQueryClient()
  const form = useForm({
    initialValues: { body: message.body ?? '' },
    validate: { body: (v) => (v.trim() ? null : 'Write something, or purge the message') },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ body }) => {
    await ok(
      api.PATCH('/api/v1/tickets/{id}/messages/{messageId}', {
        params: { path: { id: ticketId, messageId: message.id } },
        headers: { 'If-Match': `"${message.version}"` },
        body: { body: body.trim() },
      }),
    )
    await cache.invalidateQueries({ queryKey: ['tickets'] })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title="Edit your message" size="lg" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error}>
        <Textarea
          data-autofocus
          label="Text"
          autosize
          minRows={6}
          maxRows={18}
          maxLength={100_000}
          {...form.getInputProps('body')}
        />
      </FormFrame>
    </Modal>
  )
}
