import { Badge, Text } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
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
          <Link
            to={side === 'portal' ? '/portal/signatures/$signatureId' : '/signatures/$signatureId'}
            params={{ signatureId: r.id }}
            className={classes.row}
          >
            <IconSignature size={22} stroke={1.6} aria-hidden className={classes.icon} />
            <span className={classes.grow}>
              <span className={classes.name}>{r.documentName ?? t('list.gone')}</span>
              <Text span display="block" size="sm" c="dimmed">
                {r.askedBy.name && t('list.from', { name: r.askedBy.name })}
                {r.dueAt && r.state === 'open' && ` · ${t('list.until', { day: day(r.dueAt) })}`}
              </Text>
            </span>
            <Standing request={r} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** How it stands with one's own signature, in a word. */
function Standing({ request: r }: { request: SignatureRequest }) {
  const { t } = useWords('signatures')
  if (r.mine?.state === 'signed') return <Badge color="green">{t('list.signed')}</Badge>
  if (r.mine?.state === 'declined') return <Badge color="gray">{t('list.declined')}</Badge>
  if (r.state !== 'open') return <Badge color="gray">{t('list.over')}</Badge>
  if (r.overdue) return <Badge color="red">{t('list.overdue')}</Badge>
  return r.mine?.turn ? <Badge>{t('list.turn')}</Badge> : <Badge color="gray">{t('list.later')}</Badge>
}
