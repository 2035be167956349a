import { Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import classes from '../Card.module.css'

/** Requests, the newest first, with how they stand. */
export function RequestList({ items }: { items: Item<'/api/v1/portal/requests'>[] }) {
  const { t } = useWords('portal')
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('requestList.label')}>
      {items.map((r) => (
        <li key={r.id}>
          <Link to="/portal/requests/$requestId" params={{ requestId: r.id }} className={classes.row}>
            <div className={classes.grow}>
              <div className={`${classes.name} ${r.unread ? classes.unread : ''}`}>{r.subject}</div>
              <Text size="sm" c="dimmed">
                {t('requestList.number', { n: r.number })} · <TimeAgo at={r.updatedAt} />
              </Text>
            </div>
            {r.unread > 0 ? (
              <Badge>{t('requestList.unread', { n: r.unread })}</Badge>
            ) : (
              <Badge color={r.done ? 'gray' : 'green'}>{r.status}</Badge>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
