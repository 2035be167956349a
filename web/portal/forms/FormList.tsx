import { inLanguage } from '../../../forms/types.ts'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { Go } from '../../ui/plain/Go.tsx'
import plain from '../../ui/plain/plain.module.css'
import { Tag } from '../../ui/plain/Tag.tsx'
import classes from '../Card.module.css'
import type { FormLine } from './queries.ts'

/** Forms, to be filled in or handed in. */
export function FormList({ items }: { items: readonly FormLine[] }) {
  const { t } = useWords('forms')
  const { day } = useFormats()
  const language = useLanguage()
  const told = (f: FormLine) =>
    [
      t('about', { name: f.client.name }),
      f.submittedAt
        ? t('handedInAt', { at: day(f.submittedAt) })
        : // A day is the same one wherever one is.
          f.dueOn && t('dueOn', { day: day(`${f.dueOn}T12:00:00`) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <ul className={classes.list}>
      {items.map((f) => (
        <li key={f.id}>
          <Go to={`/portal/forms/${f.id}`} className={classes.row}>
            <div className={classes.grow}>
              <div className={classes.name}>{inLanguage(f.title, language)}</div>
              <div className={`${plain.small} ${plain.dimmed}`}>{told(f)}</div>
            </div>
            {f.state === 'draft' && <Tag color="amber">{t('begun')}</Tag>}
          </Go>
        </li>
      ))}
    </ul>
  )
}
