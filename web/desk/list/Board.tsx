import { Button, ScrollArea, Skeleton, Text } from '@mantine/core'
import { IconLayoutKanban } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { deskQuery } from '../queries.ts'
import classes from './Board.module.css'
import { Card } from './Card.tsx'
import type { askedOf } from './state.ts'

type Column = Answer<'/api/v1/tickets/board', 'post'>['columns'][number]
const ORDER = ['new', 'open', 'waiting', 'resolved', 'closed']

/** Tickets in columns by status, the most urgent first; a card says where it may go next. */
export function Board({ asked }: { asked: ReturnType<typeof askedOf> }) {
  const [limit, setLimit] = useState(20)
  const desk = useQuery(deskQuery).data
  const board = useQuery({
    queryKey: ['tickets', 'board', asked, limit],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/tickets/board', { body: { ...asked, groupBy: 'status', limit }, signal })),
    placeholderData: keepPreviousData,
  })
  if (board.error && !board.data)
    return <ErrorAlert error={board.error} onRetry={() => void board.refetch()} />
  if (!board.data) return <Skeleton h={360} radius="lg" />
  if (board.data.columns.length === 0)
    return (
      <EmptyState icon={IconLayoutKanban} title="No tickets here">
        Tickets that match this view, and that your walls open, stand here.
      </EmptyState>
    )
  const statuses = desk?.flows.flatMap((f) => f.statuses) ?? []
  const place = (c: Column) => {
    const s = statuses.find((x) => x.key === c.key)
    return s ? ORDER.indexOf(s.category) * 100 + statuses.indexOf(s) : 999
  }
  const columns = board.data.columns.toSorted((a, b) => place(a) - place(b))
  return (
    <ScrollArea type="auto" offsetScrollbars>
      <div className={classes.board}>
        {columns.map((c) => {
          const name = statuses.find((s) => s.key === c.key)?.name ?? c.key ?? 'None'
          return (
            <section key={c.key} className={classes.column} aria-label={`${name}, ${c.count}`}>
              <Text component="h2" size="sm" fw={600} className={classes.head}>
                {name} <span className={classes.count}>{c.count.toLocaleString()}</span>
              </Text>
              <ul className={classes.cards}>
                {c.items.map((t) => (
                  <Card key={t.id} ticket={t} />
                ))}
              </ul>
              {c.count > c.items.length && limit < 100 && (
                <Button size="xs" variant="subtle" onClick={() => setLimit(Math.min(100, limit + 40))}>
                  Show more
                </Button>
              )}
            </section>
          )
        })}
      </div>
    </ScrollArea>
  )
}
