import { Modal } from '@mantine/core'
import { Pages } from './Pages.tsx'
import type { StoredFile } from './queries.ts'

interface Props {
  file: StoredFile
  onClose: () => void
}

/** A file page by page, in a dialog. */
export default function LookModal({ file: f, onClose }: Props) {
  return (
    <Modal opened onClose={onClose} title={f.name ?? 'File'} size="xl">
      <Pages
        src={(page) => `/api/v1/files/${f.id}/preview?size=1600&page=${page}#${f.version}`}
        pages={f.pages ?? 1}
        name={f.name ?? 'The file'}
      />
    </Modal>
  )
}
