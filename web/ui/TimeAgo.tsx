import { Tooltip } from '@mantine/core'
import { exactTime, timeAgo } from './time.ts'
import { useNow } from './use-now.ts'

/** `3 hours ago`, with the exact moment at hand. Shows a dash where there is no time. */
export function TimeAgo({ at, never = '–' }: { at: string | null | undefined; never?: string }) {
  const now = useNow()
  if (!at) return <>{never}</>
  const exact = exactTime(at)
  return (
    <Tooltip label={exact}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {timeAgo(at, Math.max(now, Date.now() - 30_000))}
      </time>
    </Tooltip>
  )
}
