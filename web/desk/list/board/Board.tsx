import { DndContext, DragOverlay, MeasuringStrategy, pointerWithin } from '@dnd-kit/core'
import { ScrollArea, Skeleton } from '@mantine/core'
import { IconLayoutKanban } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../../api/client.ts'
import { useMay } from '../../../session/session.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../../ui/ErrorAlert.tsx'
import { deskQuery } from '../../queries.ts'
import type { askedOf } from '../state.ts'
import { viewsQuery } from '../Views.tsx'
import classes from './Board.module.css'
import { CardFace } from './CardFace.tsx'
import { ColumnOf } from './ColumnOf.tsx'
import { columnsOf } from './columns.ts'
import { useDragging } from './use-dragging.ts'
import { useMove } from './use-move.tsx'

/**
 * Tickets in columns by status, the most urgent first. A card is carried by mouse or finger to where its flow leads, or
 * moved by its menu.
 */
export function Board({ asked }: { asked: ReturnType<typeof askedOf> }) {
  const may = useMay()
  const [limit, setLimit] = useState(20)
  const desk = useQuery(deskQuery).data
  const saved = useQuery(viewsQuery).data?.items.find((v) => v.id === asked.viewId)
  const queryKey = ['tickets', 'board', asked, limit]
  const board = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/tickets/board', { body: { ...asked, groupBy: 'status', limit }, signal })),
    placeholderData: keepPreviousData,
  })
  const move = useMove(queryKey)
  const [landed, setLanded] = useState<string>()
  const drag = useDragging(desk, board.data, (ticket, to) => move.mutate({ ticket, to }))
  if (board.error && !board.data)
    return <ErrorAlert error={board.error} onRetry={() => void board.refetch()} />
  if (!board.data) return <Skeleton h={360} radius="lg" />
  if (board.data.columns.length === 0)
    return (
      <EmptyState icon={IconLayoutKanban} title="No tickets here">
        Tickets that match this view, and that your walls open, stand here.
      </EmptyState>
    )
  const categories = asked.filter.categories ?? saved?.filter.categories
  return (
    <DndContext
      {...drag.props}
      collisionDetection={pointerWithin}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
    >
      <ScrollArea type="auto" offsetScrollbars>
        <div className={classes.board} data-carrying={drag.ticket !== undefined || undefined}>
          {columnsOf(board.data, desk, categories, drag.next).map((column) => (
            <ColumnOf
              key={column.key}
              column={column}
              desk={desk}
              movable={may('tickets:write')}
              takes={drag.next.some((s) => s.key === column.key)}
              carried={drag.ticket?.id}
              landed={landed}
              onMove={(ticket, to) => {
                setLanded(ticket.id)
                move.mutate({ ticket, to })
              }}
              onMore={limit < 100 ? () => setLimit(Math.min(100, limit + 40)) : undefined}
            />
          ))}
        </div>
      </ScrollArea>
      <DragOverlay dropAnimation={null}>
        {drag.ticket && (
          <div className={classes.carried}>
            <CardFace ticket={drag.ticket} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}
