import {
  type DndContextProps,
  type DragEndEvent,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useState } from 'react'
import { type Desk, nextStatuses, type Status } from '../../queries.ts'
import { numberText } from '../../words.ts'
import type { BoardData, BoardTicket } from './columns.ts'

/** Far enough, or held long enough, that it is no click, no tap and no scrolling. */
const BY_MOUSE = { activationConstraint: { distance: 6 } }
const BY_FINGER = { activationConstraint: { delay: 250, tolerance: 8 } }

interface Dragging {
  props: Pick<DndContextProps, 'sensors' | 'onDragStart' | 'onDragEnd' | 'onDragCancel' | 'accessibility'>
  /** The card in hand. */
  ticket: BoardTicket | undefined
  /** Where it may be put down. */
  next: Status[]
}

/** A card in somebody's hand, and where its ticket's flow lets it be put down. */
export function useDragging(
  desk: Desk | undefined,
  board: BoardData | undefined,
  onDrop: (ticket: BoardTicket, to: Status) => void,
): Dragging {
  const sensors = useSensors(useSensor(MouseSensor, BY_MOUSE), useSensor(TouchSensor, BY_FINGER))
  const [ticket, setTicket] = useState<BoardTicket>()
  const next = ticket ? nextStatuses(desk, ticket) : []
  const find = (id: string | number) => board?.columns.flatMap((c) => c.items).find((t) => t.id === id)
  const label = (id: string | number) => {
    const found = find(id)
    return found ? numberText(found.number) : 'The ticket'
  }
  const nameOf = (key: string | number | undefined) => next.find((s) => s.key === key)?.name
  return {
    ticket,
    next,
    props: {
      sensors,
      onDragStart: ({ active }: DragStartEvent) => setTicket(find(active.id)),
      onDragCancel: () => setTicket(undefined),
      onDragEnd({ over }: DragEndEvent) {
        setTicket(undefined)
        const to = next.find((s) => s.key === over?.id)
        if (ticket && to) onDrop(ticket, to)
      },
      accessibility: {
        screenReaderInstructions: { draggable: '' },
        announcements: {
          onDragStart: ({ active }) => `${label(active.id)} is in hand.`,
          onDragOver: ({ over }) => nameOf(over?.id),
          onDragEnd: ({ active, over }) =>
            nameOf(over?.id)
              ? `${label(active.id)} was put into ${nameOf(over?.id)}.`
              : `${label(active.id)} stays where it was.`,
          onDragCancel: ({ active }) => `${label(active.id)} stays where it was.`,
        },
      },
    },
  }
}
