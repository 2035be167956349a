import type { Item } from '../../api/types.ts'
import { useWords } from '../../i18n/language.ts'
import { Go } from '../../ui/plain/Go.tsx'
import { PlainTimeAgo } from '../../ui/plain/PlainTimeAgo.tsx'
import plain from '../../ui/plain/plain.module.css'
import { Tag } from '../../ui/plain/Tag.tsx'
import classes from '../Card.module.css'

/** Requests, the newest first, with how they stand. */
export function RequestList({ items }: { items: Item<'/api/v1/portal/requests'>[] }) {
  const { t } = useWords('portal')
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('requestList.label')}>
      {items.map((r) => (
        <li key={r.id}>
          <Go to={`/portal/requests/${r.id}`} className={classes.row}>
            <div className={classes.grow}>
              <div className={`${classes.name} ${r.unread ? classes.unread : ''}`}>{r.subject}</div>
              <div className={`${plain.small} ${plain.dimmed}`}>
                {t('requestList.number', { n: r.number })} · <PlainTimeAgo at={r.updatedAt} />
              </div>
            </div>
            {r.unread > 0 ? (
              <Tag>{t('requestList.unread', { n: r.unread })}</Tag>
            ) : (
              <Tag color={r.done ? 'gray' : 'green'}>{r.status}</Tag>
            )}
          </Go>
        </li>
      ))}
    </ul>
  )
}
