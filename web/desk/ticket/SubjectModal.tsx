import { Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import type { TicketVersion } from '../queries.ts'

export function SubjectModal({ ticket, etag, onClose }: TicketVersion & { onClose: () => void }) {
  const cache = useQueryClient()
  const form = useForm({
    initialValues: { subject: ticket.subject },
    validate: { subject: (v) => (v.trim() ? null : 'Say in a few words what it is about') },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ subject }) => {
    await ok(
      api.PATCH('/api/v1/tickets/{id}', {
        params: { path: { id: ticket.id } },
        headers: { 'If-Match': etag },
        body: { subject: subject.trim() },
      }),
    )
    await cache.invalidateQueries({ queryKey: ['tickets'] })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title="Subject" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error}>
        <TextInput data-autofocus label="Subject" maxLength={300} {...form.getInputProps('subject')} />
      </FormFrame>
    </Modal>
  )
}
