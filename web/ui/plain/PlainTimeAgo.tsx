import { useLanguage, useWords } from '../../i18n/language.ts'
import { useTimeZone } from '../drawn.ts'
import { exactTime, timeAgo } from '../time.ts'
import { useNow } from '../use-now.ts'
import classes from './plain.module.css'

/** `3 hours ago`, as `TimeAgo` says it, with the exact moment as the browser’s own hint. */
export function PlainTimeAgo({ at }: { at: string }) {
  const now = useNow()
  const language = useLanguage()
  const timeZone = useTimeZone()
  const { t } = useWords('common')
  return (
    <time
      dateTime={at}
      title={exactTime(at, language, timeZone)}
      className={classes.time}
      // It may be a minute more than when the server drew it.
      suppressHydrationWarning
    >
      {timeAgo(at, Math.max(now, Date.now() - 30_000), language) ?? t('justNow')}
    </time>
  )
}
