import { Modal, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useIdempotencyKey } from '../../clients/use-idempotency-key.ts'
import { useSubmit } from '../../ui/use-submit.ts'

interface Props {
  ticketId: string
  messageId: string
  onClose: () => void
}

/** Makes a ticket of its own of a message that is about something else. */
export function SplitModal({ ticketId, messageId, onClose }: Props) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const once = useIdempotencyKey()
  const form = useForm({
    initialValues: { subject: '' },
    validate: { subject: (v) => (v.trim() ? null : 'Say in a few words what it is about') },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ subject }) => {
    const body = { messageId, subject: subject.trim() }
    const made = await ok(
      api.POST('/api/v1/tickets/{id}/split', {
        params: { path: { id: ticketId } },
        body,
        headers: once(body),
      }),
    )
    await cache.invalidateQueries({ queryKey: ['tickets'] })
    onClose()
    void navigate({ to: '/tickets/$ticketId', params: { ticketId: made.id } })
  })
  return (
    <Modal opened onClose={onClose} title="Make a ticket of this message" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error} save="Make a ticket">
        <Text size="sm" c="dimmed">
          The message goes there with its files. Requester, client, queue and type stay the same, and both
          tickets are linked.
        </Text>
        <TextInput data-autofocus label="Subject" maxLength={300} {...form.getInputProps('subject')} />
      </FormFrame>
    </Modal>
  )
}
