import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'

interface Props {
  /** Where the picture of a page comes from. */
  src: (page: number) => string
  pages: number
  /** What is looked at. */
  name: string
}

/** A file page by page, as pictures that the server draws: nothing of the file itself runs here. */
export function Pages({ src, pages, name }: Props) {
  const [page, setPage] = useState(1)
  return (
    <>
      <img
        key={page}
        src={src(page)}
        alt={pages > 1 ? `Page ${page} of ${pages}` : name}
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
    </>
  )
}
