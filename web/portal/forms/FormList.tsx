import { Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { inLanguage } from '../../../forms/index.ts'
import { useFormats } from '../../i18n/format.ts'
import { useLanguage, useWords } from '../../i18n/language.ts'
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
          <Link to="/portal/forms/$responseId" params={{ responseId: f.id }} className={classes.row}>
            <div className={classes.grow}>
              <div className={classes.name}>{inLanguage(f.title, language)}</div>
              <Text size="sm" c="dimmed">
                {told(f)}
              </Text>
            </div>
            {f.state === 'draft' && <Badge color="amber">{t('begun')}</Badge>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
