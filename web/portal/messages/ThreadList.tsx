import type { Item } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { Go } from '../../ui/plain/Go.tsx'
import { PlainTimeAgo } from '../../ui/plain/PlainTimeAgo.tsx'
import plain from '../../ui/plain/plain.module.css'
import { Tag } from '../../ui/plain/Tag.tsx'
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
          <Go to={`/portal/messages/${thread.id}`} className={classes.row}>
            <div className={classes.grow}>
              <div className={`${classes.name} ${thread.unread ? classes.unread : ''}`}>{thread.subject}</div>
              <div className={`${plain.small} ${plain.dimmed}`}>
                {t('threadList.about', { name: thread.client.name })} · <PlainTimeAgo at={thread.lastAt} />
              </div>
            </div>
            {thread.unread > 0 && <Tag>{t('threadList.unread', { n: thread.unread })}</Tag>}
            {thread.unread === 0 && thread.state === 'closed' && (
              <Tag color="gray">{t('threadList.closed')}</Tag>
            )}
          </Go>
        </li>
      ))}
    </ul>
  )
}
