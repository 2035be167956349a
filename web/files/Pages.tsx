import { ActionIcon, Button, Center, Group, Skeleton, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'

export interface PagesWords {
  page(n: number, of: number): string
  before: string
  next: string
  failed: string
  again: string
}

const ENGLISH: PagesWords = {
  page: (n, of) => `Page ${n} of ${of}`,
  before: 'Page before',
  next: 'Next page',
  failed: 'This page could not be loaded.',
  again: 'Try again',
}

interface Props {
  /** Where the picture of a page comes from. */
  src: (page: number) => string
  pages: number
  /** What is looked at. */
  name: string
  words?: PagesWords
}

/** A file page by page, as pictures that the server draws: nothing of the file itself runs here. */
export function Pages({ src, pages, name, words: w = ENGLISH }: Props) {
  const [page, setPage] = useState(1)
  const [tries, setTries] = useState(0)
  return (
    <>
      <Picture
        key={`${page} ${tries}`}
        src={src(page)}
        alt={pages > 1 ? w.page(page, pages) : name}
        words={w}
        onAgain={() => setTries(tries + 1)}
      />
      {pages > 1 && (
        <Group justify="center" mt="md">
          <ActionIcon size="lg" aria-label={w.before} disabled={page === 1} onClick={() => setPage(page - 1)}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <Text size="sm" role="status">
            {w.page(page, pages)}
          </Text>
          <ActionIcon
            size="lg"
            aria-label={w.next}
            disabled={page === pages}
            onClick={() => setPage(page + 1)}
          >
            <IconChevronRight size={20} />
          </ActionIcon>
        </Group>
      )}
    </>
  )
}

interface PictureProps {
  src: string
  alt: string
  words: PagesWords
  onAgain: () => void
}

/** One page; in its place a sheet of paper's room while it is drawn and comes over a slow line. */
function Picture({ src, alt, words: w, onAgain }: PictureProps) {
  const [state, setState] = useState<'coming' | 'here' | 'failed'>('coming')
  if (state === 'failed')
    return (
      <Center mih={200}>
        <Stack align="center" role="alert">
          <Text c="dimmed">{w.failed}</Text>
          <Button variant="default" onClick={onAgain}>
            {w.again}
          </Button>
        </Stack>
      </Center>
    )
  const here = state === 'here'
  return (
    <div style={{ position: 'relative', ...(!here && { aspectRatio: '17 / 22' }) }} aria-busy={!here}>
      {!here && <Skeleton pos="absolute" inset={0} h="100%" />}
      <img
        src={src}
        alt={alt}
        onLoad={() => setState('here')}
        onError={() => setState('failed')}
        style={{ display: 'block', maxWidth: '100%', margin: '0 auto', opacity: here ? 1 : 0 }}
      />
    </div>
  )
}
