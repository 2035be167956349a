const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]
/** Making a format costs much, and every row of a list wants one. */
function perLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>()
  return (language) => {
    const format = made.get(language) ?? make(language)
    made.set(language, format)
    return format
  }
}
const relative = perLanguage((l) => new Intl.RelativeTimeFormat(l, { numeric: 'auto' }))
const exactFormat = perLanguage((key) => {
  const [language, timeZone] = key.split(' ')
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    ...(timeZone && { timeZone }),
  })
})
const minuteFormat = perLanguage(
  (l) => new Intl.DateTimeFormat(l, { dateStyle: 'medium', timeStyle: 'short' }),
)
const dayFormat = perLanguage((l) => new Intl.DateTimeFormat(l, { dateStyle: 'medium' }))

/** `3 hours ago`, `in 2 days`; undefined for what is just now. */
export function timeAgo(iso: string, now: number, language = 'en'): string | undefined {
  const seconds = (Date.parse(iso) - now) / 1000
  for (const [unit, size] of UNITS)
    if (Math.abs(seconds) >= size) return relative(language).format(Math.trunc(seconds / size), unit)
  return undefined
}

/** The moment with its seconds and time zone, as the person at the screen tells time. */
export function exactTime(iso: string, language = 'en', timeZone = ''): string {
  return exactFormat(`${language} ${timeZone}`).format(new Date(iso))
}

/** To the minute, in one’s own zone. */
export const dayAndTime = (iso: string): string => minuteFormat('en').format(new Date(iso))

export const day = (iso: string): string => dayFormat('en').format(new Date(iso))

/** `1980-02-03` as `Feb 3, 1980`, without any time zone's help; a partial date stays as it is. */
export function calendarDate(date: string, language = 'en'): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  if (!year || !month || !dayOfMonth) return date
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, dayOfMonth),
  )
}

/** The last moment of a day picked in a date field, where the person is. */
export function endOfDay(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return new Date(year!, month! - 1, dayOfMonth!, 23, 59, 59).toISOString()
}

/** A moment as the value of a date field. */
export function dateField(iso: string | null | undefined): string {
  if (!iso) return ''
  const d = new Date(iso)
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`
}
