import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { toast } from '../ui/toast.tsx'
import { EntryModal } from './EntryModal.tsx'
import { type Entry, TOUCHES } from './queries.ts'
import { durationText } from './words.ts'

interface EntryDialogs {
  onEdit: (entry: Entry) => void
  onRemove: (entry: Entry) => void
  /** Goes somewhere on the page. */
  dialogs: ReactNode
}

/** What one does with an entry of one's own: change it, or remove it. */
export function useEntryDialogs(): EntryDialogs {
  const [editing, setEditing] = useState<Entry>()
  const [removing, setRemoving] = useState<Entry>()
  const remove = useMutation({
    mutationFn: (e: Entry) => ok(api.DELETE('/api/v1/time-entries/{id}', { params: { path: { id: e.id } } })),
    meta: TOUCHES,
    onSuccess: () => toast('The time was removed'),
  })
  return {
    onEdit: setEditing,
    onRemove: setRemoving,
    dialogs: (
      <>
        {editing && (
          <EntryModal ticketId={editing.ticketId} entry={editing} onClose={() => setEditing(undefined)} />
        )}
        <ConfirmModal
          opened={removing !== undefined}
          onClose={() => setRemoving(undefined)}
          title="Remove this time?"
          confirmLabel="Remove"
          danger
          onConfirm={() => remove.mutateAsync(removing!)}
        >
          {removing && `${durationText(removing.minutes)} on #${removing.ticketNumber} will be gone.`}
        </ConfirmModal>
      </>
    ),
  }
}
