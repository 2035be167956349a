import { ActionIcon, Group, Skeleton, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { send } from '../../api/client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'

interface Props {
  ticket: string
  pages: number
  name: string
}

/** The pages of a shared document: pictures with the viewer's name and the time across them. */
export function SharedPages({ ticket, pages, name }: Props) {
  const [page, setPage] = useState(1)
  const picture = useQuery({
    queryKey: ['shared-page', page],
    queryFn: async ({ signal }) => {
      const response = await send(
        new Request(`${location.origin}/api/v1/shared/page`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ticket, page }),
          signal,
        }),
      )
      return response.blob()
    },
    retry: false,
    gcTime: 0,
  })
  const url = useObjectUrl(picture.data)
  return (
    <>
      <ErrorAlert error={picture.error} onRetry={() => void picture.refetch()} />
      {url ? (
        <img
          src={url}
          alt={pages > 1 ? `Page ${page} of ${pages}` : name}
          style={{ display: 'block', maxWidth: '100%', margin: '0 auto' }}
        />
      ) : (
        !picture.error && <Skeleton h={420} />
      )}
      {pages > 1 && (
        <Group justify="center">
          <ActionIcon
            size="lg"
            aria-label="Page before"
            disabled={page === 1}
            onClick={() => setPage(page - 1)}
          >
            <IconChevronLeft size={20} />
          </ActionIcon>
          <Text size="sm" role="status">
            Page {page} of {pages}
          </Text>
          <ActionIcon
            size="lg"
            aria-label="Next page"
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

/** An address of bytes in memory, for as long as they are shown. */
function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!blob) return setUrl(undefined)
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
