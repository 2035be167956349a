import { Modal, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { ClientPicker } from '../ClientPicker.tsx'
import type { TicketVersion } from '../queries.ts'

/** Whom a ticket is about decides behind which wall it stands. */
export function ClientModal({ ticket, etag, onClose }: TicketVersion & { onClose: () => void }) {
  const cache = useQueryClient()
  const form = useForm({ initialValues: { clientId: null as string | null } })
  const { onSubmit, pending, error } = useSubmit(form, async ({ clientId }) => {
    await ok(
      api.PATCH('/api/v1/tickets/{id}', {
        params: { path: { id: ticket.id } },
        headers: { 'If-Match': etag },
        body: { clientId },
      }),
    )
    await cache.invalidateQueries({ queryKey: ['tickets'] })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title="Client" closeOnClickOutside={false}>
      <FormFrame onSubmit={onSubmit} onCancel={onClose} pending={pending} error={error}>
        <Text size="sm" c="dimmed">
          {ticket.client ? `Now: ${ticket.client.name}. ` : ''}The ticket, its messages and its files move
          behind the wall of the client’s group. Leave it empty for a ticket of no client.
        </Text>
        <ClientPicker
          autoFocus
          label="Client"
          value={form.values.clientId}
          error={form.errors.clientId}
          onChange={(id) => form.setFieldValue('clientId', id)}
        />
      </FormFrame>
    </Modal>
  )
}
