import { Tooltip } from '@mantine/core'
import { useLanguage, useWords } from '../i18n/language.ts'
import { exactTime, timeAgo } from './time.ts'
import { useNow } from './use-now.ts'

/** `3 hours ago`, with the exact moment at hand. Shows a dash where there is no time. */
export function TimeAgo({ at, never = '–' }: { at: string | null | undefined; never?: string }) {
  const now = useNow()
  const language = useLanguage()
  const { t } = useWords('common')
  if (!at) return <>{never}</>
  const exact = exactTime(at, language)
  return (
    <Tooltip label={exact}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {timeAgo(at, Math.max(now, Date.now() - 30_000), language) ?? t('justNow')}
      </time>
    </Tooltip>
  )
}
