import { Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/types.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import classes from '../Card.module.css'

const T = {
  label: 'Conversations',
  unread: (n: number) => `${n} new`,
  about: (name: string) => `About ${name}`,
  closed: 'Closed',
}

type Line = Item<'/api/v1/portal/threads'>

/** Conversations, the latest first. */
export function ThreadList({ items }: { items: Line[] }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={T.label}>
      {items.map((t) => (
        <li key={t.id}>
          <Link to="/portal/messages/$threadId" params={{ threadId: t.id }} className={classes.row}>
            <div className={classes.grow}>
              <div className={`${classes.name} ${t.unread ? classes.unread : ''}`}>{t.subject}</div>
              <Text size="sm" c="dimmed">
                {T.about(t.client.name)} · <TimeAgo at={t.lastAt} />
              </Text>
            </div>
            {t.unread > 0 && <Badge>{T.unread(t.unread)}</Badge>}
            {t.unread === 0 && t.state === 'closed' && <Badge color="gray">{T.closed}</Badge>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
