import { Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { earlierMessages, type Ticket } from '../queries.ts'
import { MessageCard } from './MessageCard.tsx'
import classes from './Thread.module.css'

/** The conversation, oldest first; what is long ago comes when it is asked for. */
export function Thread({ ticket }: { ticket: Ticket }) {
  const start = ticket.thread.earlier
  const [asked, setAsked] = useState(false)
  const older = useInfiniteQuery({
    queryKey: ['tickets', 'earlier', ticket.id, start],
    queryFn: ({ pageParam }) => earlierMessages(ticket.id, pageParam),
    initialPageParam: start!,
    getNextPageParam: (page) => page.earlier ?? undefined,
    enabled: asked && start !== null,
    placeholderData: (previous) => previous,
  })
  const pages = start === null ? [] : (older.data?.pages ?? [])
  const hasMore = asked && older.data ? older.hasNextPage : start !== null
  const more = () => {
    if (asked) void older.fetchNextPage()
    else setAsked(true)
  }
  return (
    <>
      {hasMore && (
        <Group justify="center" mb="sm">
          <Button size="xs" variant="default" loading={older.isFetching} onClick={more}>
            Show earlier messages
          </Button>
        </Group>
      )}
      <ErrorAlert error={older.error} onRetry={() => void older.refetch()} />
      <ol className={classes.list} aria-label="Messages">
        {[...pages.toReversed().flatMap((p) => p.items), ...ticket.thread.items].map((m) => (
          <MessageCard key={m.id} ticket={ticket} message={m} />
        ))}
      </ol>
    </>
  )
}
