import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'

export type MessageDialog = 'clear' | 'purge'

interface Props {
  ticketId: string
  messageId: string
  dialog: MessageDialog | undefined
  onClose: () => void
}

/** Settles a message in which PHI was suspected, or purges any: each with a reason that the log keeps. */
export function MessageDialogs({ ticketId, messageId, dialog, onClose }: Props) {
  const params = { path: { id: ticketId, messageId } }
  const fresh = () => queryClient.invalidateQueries({ queryKey: ['tickets'] })
  return (
    <>
      <ConfirmModal
        opened={dialog === 'clear'}
        onClose={onClose}
        title="Clear this message?"
        confirmLabel="It holds no PHI"
        reason={{ label: 'Why is it no PHI?', required: true }}
        onConfirm={async (reason) => {
          await ok(api.POST('/api/v1/tickets/{id}/messages/{messageId}/clear', { params, body: { reason } }))
          await fresh()
        }}
      >
        You say with your name that nothing in it tells about a patient. It is shown to everybody who sees the
        ticket, and no longer keeps it from being closed.
      </ConfirmModal>
      <ConfirmModal
        opened={dialog === 'purge'}
        onClose={onClose}
        title="Purge this text?"
        confirmLabel="Purge for good"
        danger
        reason={{ label: 'Why is it purged?', required: true }}
        onConfirm={async (reason) => {
          await ok(api.POST('/api/v1/tickets/{id}/messages/{messageId}/purge', { params, body: { reason } }))
          await fresh()
        }}
      >
        The text is destroyed with the key that sealed it, and can’t be brought back. The thread keeps that
        there was a message, and the log keeps a receipt.
      </ConfirmModal>
    </>
  )
}
