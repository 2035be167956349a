import { Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/types.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import classes from '../Card.module.css'

const T = {
  label: 'Requests',
  number: (n: number) => `Request ${n}`,
  unread: (n: number) => `${n} new`,
}

/** Requests, the newest first, with how they stand. */
export function RequestList({ items }: { items: Item<'/api/v1/portal/requests'>[] }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={T.label}>
      {items.map((r) => (
        <li key={r.id}>
          <Link to="/portal/requests/$requestId" params={{ requestId: r.id }} className={classes.row}>
            <div className={classes.grow}>
              <div className={`${classes.name} ${r.unread ? classes.unread : ''}`}>{r.subject}</div>
              <Text size="sm" c="dimmed">
                {T.number(r.number)} · <TimeAgo at={r.updatedAt} />
              </Text>
            </div>
            {r.unread > 0 ? (
              <Badge>{T.unread(r.unread)}</Badge>
            ) : (
              <Badge color={r.done ? 'gray' : 'green'}>{r.status}</Badge>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
