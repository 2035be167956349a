import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { api, ok } from '../../../api/client.ts'
import { useMay } from '../../../session/session.ts'
import { ConfirmModal } from '../../../ui/ConfirmModal.tsx'
import type { Ticket, TicketStep } from '../../queries.ts'
import classes from './Steps.module.css'

interface Props {
  ticket: Ticket
  /** Of one checklist. */
  steps: TicketStep[]
  onRemoved: (ticket: Ticket) => void
}

/** What a checklist is called; one that does not belong here is taken off while nothing of it is done. */
export function ListHead({ ticket, steps, onRemoved }: Props) {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const { checklistId, checklistName: name } = steps[0]!
  const begun = steps.some((s) => s.state === 'done' || s.state === 'half')
  const required = steps.some((s) => s.required)
  const ended = ticket.statusCategory === 'resolved' || ticket.statusCategory === 'closed'
  const removes = ticket.access.write && !begun && !ended && (!required || may('tickets:close-override'))
  return (
    <div className={classes.head}>
      {name}
      {removes && (
        <ActionIcon size="sm" color="gray" aria-label={`Take off: ${name}`} onClick={() => setAsking(true)}>
          <IconX size={14} />
        </ActionIcon>
      )}
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Take “${name}” off this ticket?`}
        confirmLabel="Take it off"
        danger
        reason={{ label: 'Why it does not belong here', required: true }}
        onConfirm={async (reason) =>
          onRemoved(
            await ok(
              api.POST('/api/v1/tickets/{id}/checklists/{checklistId}/remove', {
                params: { path: { id: ticket.id, checklistId: checklistId! } },
                body: { reason },
              }),
            ),
          )
        }
      >
        {required
          ? 'It has required steps: the ticket can be closed without them from then on.'
          : 'Its steps are gone from this ticket.'}
      </ConfirmModal>
    </div>
  )
}
