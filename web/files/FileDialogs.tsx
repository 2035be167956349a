import { lazy, Suspense } from 'react'
import { api, ok } from '../api/client.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { filesChanged, type StoredFile } from './queries.ts'

const LookModal = lazy(() => import('./LookModal.tsx'))
const MoveModal = lazy(() => import('./MoveModal.tsx'))

export type FileDialog = 'reveal' | 'clear' | 'move' | 'purge' | 'look'

interface Props {
  file: StoredFile
  dialog: FileDialog | undefined
  onClose: () => void
}

/** Each decision about a file is made with a reason, which the log keeps. */
export function FileDialogs({ file, dialog, onClose }: Props) {
  const params = { path: { id: file.id } }
  const name = file.name ? `“${file.name}”` : 'this file'
  return (
    <>
      <ConfirmModal
        opened={dialog === 'reveal'}
        onClose={onClose}
        title={`Uncover ${name}?`}
        confirmLabel="Uncover"
        reason={{ label: 'Why do you need to see it?', required: true }}
        onConfirm={async (reason) => {
          await ok(api.POST('/api/v1/files/{id}/reveal', { params, body: { reason } }))
          await filesChanged()
        }}
      >
        You can look at it and download it for ten minutes. The log keeps that you did.
      </ConfirmModal>
      <ConfirmModal
        opened={dialog === 'clear'}
        onClose={onClose}
        title={`Clear ${name}?`}
        confirmLabel="It holds no PHI"
        reason={{ label: 'Why is it no PHI?', required: true }}
        onConfirm={async (reason) => {
          await ok(api.POST('/api/v1/files/{id}/clear', { params, body: { reason } }))
          await filesChanged()
        }}
      >
        You say with your name that nothing in it tells about a patient. Everybody who sees the ticket can
        open it then.
      </ConfirmModal>
      <ConfirmModal
        opened={dialog === 'purge'}
        onClose={onClose}
        title={`Purge ${name}?`}
        confirmLabel="Purge for good"
        danger
        reason={{ label: 'Why is it purged?', required: true }}
        onConfirm={async (reason) => {
          await ok(api.POST('/api/v1/files/{id}/purge', { params, body: { reason } }))
          await filesChanged()
        }}
      >
        Its key and its bytes are destroyed: nobody can bring it back. A receipt stays in the log, and says
        when the last backup that holds it ages out.
      </ConfirmModal>
      <Suspense>
        {dialog === 'look' && <LookModal file={file} onClose={onClose} />}
        {dialog === 'move' && <MoveModal file={file} onClose={onClose} />}
      </Suspense>
    </>
  )
}
