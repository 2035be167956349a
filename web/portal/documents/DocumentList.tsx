import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { iconOf } from '../../documents/words.ts'
import { useWords } from '../../i18n/language.ts'
import { useSession } from '../../session/session.ts'
import { sizeText } from '../../transfer/words.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import classes from '../Card.module.css'
import type { Document } from './queries.ts'
import { stateOf } from './state.ts'

/** Documents, one below the other, with what is to be known of each. */
export function DocumentList({ items, label }: { items: Document[]; label: string }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((d) => (
        <Line key={d.id} document={d} />
      ))}
    </ul>
  )
}

function Line({ document: d }: { document: Document }) {
  const { t } = useWords('documents')
  const me = useSession().user.id
  const Icon = iconOf(d.content?.contentType)
  const state = stateOf(d)
  return (
    <li>
      <Link to="/portal/documents/$documentId" params={{ documentId: d.id }} className={classes.row}>
        <Icon size={24} stroke={1.5} className={classes.icon} aria-hidden />
        <div className={classes.grow}>
          <div className={classes.name}>{d.name}</div>
          <Text size="sm" c="dimmed" component="div">
            <TimeAgo at={d.updatedAt} />
            {d.content && ` · ${sizeText(d.content.size)}`}
            {d.createdBy === me && ` · ${t('state.own')}`}
          </Text>
          {state && (
            <Text size="sm" c={state === 'infected' ? 'red.7' : 'dimmed'} fw={500}>
              {t(`state.${state}`)}
            </Text>
          )}
        </div>
      </Link>
    </li>
  )
}
