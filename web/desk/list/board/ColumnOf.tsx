import { useDroppable } from '@dnd-kit/core'
import { Button, Text } from '@mantine/core'
import { type Desk, nextStatuses, type Status } from '../../queries.ts'
import classes from './Board.module.css'
import { Card } from './Card.tsx'
import type { BoardTicket, Column } from './columns.ts'

interface Props {
  column: Column
  desk: Desk | undefined
  movable: boolean
  /** The card in hand may be put down here. */
  takes: boolean
  carried: string | undefined
  /** The card that was moved by its menu last: the focus goes with it. */
  landed: string | undefined
  onMove: (ticket: BoardTicket, to: Status) => void
  onMore: (() => void) | undefined
}

/** One status of the board, with its tickets. */
export function ColumnOf({ column, desk, movable, takes, carried, landed, onMove, onMore }: Props) {
  const { key, name, count, items } = column
  const { setNodeRef, isOver } = useDroppable({ id: key, disabled: !takes })
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      aria-label={`${name}, ${count}`}
      data-takes={takes || undefined}
      data-over={(takes && isOver) || undefined}
    >
      <Text component="h2" size="sm" fw={600} className={classes.head}>
        {name} <span className={classes.count}>{count.toLocaleString()}</span>
      </Text>
      {items.length > 0 ? (
        <ul className={classes.cards}>
          {items.map((t) => (
            <Card
              key={t.id}
              ticket={t}
              next={movable ? nextStatuses(desk, t) : []}
              carried={t.id === carried}
              landed={t.id === landed}
              onMove={(to) => onMove(t, to)}
            />
          ))}
        </ul>
      ) : (
        <p className={classes.empty}>{takes ? 'Put it here' : 'None'}</p>
      )}
      {count > items.length && onMore && (
        <Button size="xs" variant="subtle" onClick={onMore}>
          Show more
        </Button>
      )}
    </section>
  )
}
