import { IconBook, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLanguage, useWords } from '../../i18n/language.ts'
import { Go } from '../../ui/plain/Go.tsx'
import plain from '../../ui/plain/plain.module.css'
import { calendarDate, dateField } from '../../ui/time.ts'
import classes from '../Card.module.css'
import { Card } from '../Card.tsx'
import { toReadQuery } from './queries.ts'

/** What one is asked to read and has not yet; nothing where there is nothing. */
export function ToRead() {
  const { t } = useWords('documents')
  const language = useLanguage()
  const items = useQuery(toReadQuery).data?.items ?? []
  if (items.length === 0) return null
  const today = dateField(new Date().toISOString())
  return (
    <Card title={t('reading.title')}>
      <p className={`${plain.text} ${plain.dimmed}`}>{t('reading.hint')}</p>
      <ul className={classes.list} aria-label={t('reading.title')}>
        {items.map(({ document: d, dueOn }) => (
          <li key={d.id}>
            <Go to={`/portal/documents/${d.id}`} className={classes.row}>
              <IconBook size={22} stroke={1.6} className={classes.icon} aria-hidden />
              <div className={classes.grow}>
                <div className={classes.name}>{d.name}</div>
                {dueOn && (
                  <div className={`${plain.small} ${dueOn < today ? plain.error : plain.dimmed}`}>
                    {dueOn < today
                      ? t('reading.wasDue', { day: calendarDate(dueOn, language) })
                      : t('reading.until', { day: calendarDate(dueOn, language) })}
                  </div>
                )}
              </div>
              <IconChevronRight size={18} stroke={1.6} className={classes.faint} aria-hidden />
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}
