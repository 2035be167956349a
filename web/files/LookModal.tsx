import { ActionIcon, Group, Modal, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { StoredFile } from './queries.ts'

interface Props {
  file: StoredFile
  onClose: () => void
}

/** A file page by page, as pictures that the server draws: nothing of the file itself runs here. */
export default function LookModal({ file: f, onClose }: Props) {
  const [page, setPage] = useState(1)
  const pages = f.pages ?? 1
  return (
    <Modal opened onClose={onClose} title={f.name ?? 'File'} size="xl">
      <img
        src={`/api/v1/files/${f.id}/preview?size=1600&page=${page}#${f.version}`}
        alt={pages > 1 ? `Page ${page} of ${pages}` : (f.name ?? 'The file')}
        style={{ display: 'block', maxWidth: '100%', margin: '0 auto' }}
      />
      {pages > 1 && (
        <Group justify="center" mt="md">
          <ActionIcon aria-label="Page before" disabled={page === 1} onClick={() => setPage(page - 1)}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <Text size="sm" role="status">
            Page {page} of {pages}
          </Text>
          <ActionIcon aria-label="Next page" disabled={page === pages} onClick={() => setPage(page + 1)}>
            <IconChevronRight size={20} />
          </ActionIcon>
        </Group>
      )}
    </Modal>
  )
}
