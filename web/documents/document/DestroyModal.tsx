import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { toast } from '../../ui/toast.tsx'
import { type Document, documentsChanged } from '../queries.ts'

/** Destroys a document with every version of it, with a reason. */
export function DestroyModal({ document: d, onClose }: { document: Document; onClose: () => void }) {
  const navigate = useNavigate()
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={`Destroy “${d.name}”?`}
      confirmLabel="Destroy for good"
      danger
      reason={{ label: 'Why is it destroyed?', required: true }}
      onConfirm={async (reason) => {
        const { receipt } = await ok(
          api.POST('/api/v1/documents/{id}/destroy', { params: { path: { id: d.id } }, body: { reason } }),
        )
        await navigate({ to: '/documents/folders/$folderId', params: { folderId: d.folderId } })
        toast(`Destroyed. Backups that still hold it are gone by ${receipt.backupsUntil}.`)
        void documentsChanged()
      }}
    >
      Every version, its key and its bytes are destroyed: nobody can bring it back. Links to it close. A
      receipt stays in the log.
    </ConfirmModal>
  )
}
