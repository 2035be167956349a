import { Modal, Select, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { FormFrame } from '../../clients/edit/FormFrame.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import type { Ticket } from '../queries.ts'
import { TicketPicker } from '../TicketPicker.tsx'
import { numberText } from '../words.ts'

const KINDS = [
  { value: 'relates', label: 'Relates to' },
  { value: 'duplicates', label: 'Duplicates' },
  { value: 'blocks', label: 'Blocks' },
] as const

interface Props {
  ticket: Ticket
  what: 'link' | 'merge'
  onClose: () => void
}

/** Ties a ticket to another, or moves its whole conversation there. */
export function LinkModal({ ticket, what, onClose }: Props) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: { otherId: null as string | null, kind: 'relates' as (typeof KINDS)[number]['value'] },
    validate: { otherId: (id) => (id ? null : 'Choose a ticket') },
  })
  const { onSubmit, pending, error } = useSubmit(form, async ({ otherId, kind }) => {
    const params = { path: { id: ticket.id } }
    if (what === 'link')
      await ok(
        api.POST('/api/v1/tickets/{id}/link', { params, body: { otherId: otherId!, kind, remove: false } }),
      )
    else await ok(api.POST('/api/v1/tickets/{id}/merge', { params, body: { into: otherId! } }))
    await cache.invalidateQueries({ queryKey: ['tickets'] })
    onClose()
    if (what === 'merge') void navigate({ to: '/tickets/$ticketId', params: { ticketId: otherId! } })
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={what === 'link' ? 'Link to a ticket' : 'Merge into another ticket'}
      closeOnClickOutside={false}
    >
      <FormFrame
        onSubmit={onSubmit}
        onCancel={onClose}
        pending={pending}
        error={error}
        save={what === 'link' ? 'Link' : 'Merge'}
      >
        {what === 'link' ? (
          <Select label="This ticket" allowDeselect={false} data={KINDS} {...form.getInputProps('kind')} />
        ) : (
          <Text size="sm" c="dimmed">
            The messages and files of {numberText(ticket.number)} go to the other ticket, and this one is
            closed. That can’t be undone.
          </Text>
        )}
        <TicketPicker
          autoFocus
          except={ticket.id}
          value={form.values.otherId}
          error={form.errors.otherId}
          onChange={(id) => form.setFieldValue('otherId', id)}
        />
      </FormFrame>
    </Modal>
  )
}
