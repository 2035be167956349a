import { IconSignature } from '@tabler/icons-react'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import { Go } from '../../ui/plain/Go.tsx'
import plain from '../../ui/plain/plain.module.css'
import { Tag } from '../../ui/plain/Tag.tsx'
import type { Side, SignatureRequest } from '../queries.ts'
import classes from './View.module.css'

/** Requests, those first that wait for the reader. */
export function RequestList({ items, side }: { items: SignatureRequest[]; side: Side }) {
  const { t } = useWords('signatures')
  const { day } = useFormats()
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('list.label')}>
      {items.map((r) => (
        <li key={r.id}>
          <Go to={`${side === 'portal' ? '/portal' : ''}/signatures/${r.id}`} className={classes.row}>
            <IconSignature size={22} stroke={1.6} aria-hidden className={classes.icon} />
            <span className={classes.grow}>
              <span className={classes.name}>{r.documentName ?? t('list.gone')}</span>
              <span className={`${plain.small} ${plain.dimmed}`}>
                {r.askedBy.name && t('list.from', { name: r.askedBy.name })}
                {r.dueAt && r.state === 'open' && ` · ${t('list.until', { day: day(r.dueAt) })}`}
              </span>
            </span>
            <Standing request={r} />
          </Go>
        </li>
      ))}
    </ul>
  )
}

/** How it stands with one's own signature, in a word. */
function Standing({ request: r }: { request: SignatureRequest }) {
  const { t } = useWords('signatures')
  if (r.mine?.state === 'signed') return <Tag color="green">{t('list.signed')}</Tag>
  if (r.mine?.state === 'declined') return <Tag color="gray">{t('list.declined')}</Tag>
  if (r.state !== 'open') return <Tag color="gray">{t('list.over')}</Tag>
  if (r.overdue) return <Tag color="red">{t('list.overdue')}</Tag>
  return r.mine?.turn ? <Tag>{t('list.turn')}</Tag> : <Tag color="gray">{t('list.later')}</Tag>
}
