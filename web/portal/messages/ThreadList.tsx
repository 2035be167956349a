import { Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import classes from '../Card.module.css'

type Line = Item<'/api/v1/portal/threads'>

/** Conversations, the latest first. */
export function ThreadList({ items }: { items: Line[] }) {
  const { t } = useWords('portal')
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('threadList.label')}>
      {items.map((thread) => (
        <li key={thread.id}>
          <Link to="/portal/messages/$threadId" params={{ threadId: thread.id }} className={classes.row}>
            <div className={classes.grow}>
              <div className={`${classes.name} ${thread.unread ? classes.unread : ''}`}>{thread.subject}</div>
              <Text size="sm" c="dimmed">
                {t('threadList.about', { name: thread.client.name })} · <TimeAgo at={thread.lastAt} />
              </Text>
            </div>
            {thread.unread > 0 && <Badge>{t('threadList.unread', { n: thread.unread })}</Badge>}
            {thread.unread === 0 && thread.state === 'closed' && (
              <Badge color="gray">{t('threadList.closed')}</Badge>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
