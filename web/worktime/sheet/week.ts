/** Days are `YYYY-MM-DD` and belong to no time zone. */
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const iso = (date: Date): string => date.toISOString().slice(0, 10)
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
const short = format({ month: 'short', day: 'numeric' })
const long = format({ month: 'short', day: 'numeric', year: 'numeric' })
const named = format({ weekday: 'short', day: 'numeric' })
const whole = format({ weekday: 'long', month: 'long', day: 'numeric' })

export function addDays(day: string, days: number): string {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + days)
  return iso(date)
}

/** The Monday of the week that a day is in. */
export const mondayOf = (day: string): string => addDays(day, -((utc(day).getUTCDay() + 6) % 7))

/** `Nov 24 – Nov 30, 2026`. */
export const weekText = (monday: string): string =>
  `${short.format(utc(monday))} – ${long.format(utc(addDays(monday, 6)))}`

/** `Mon 24`. */
export const dayText = (day: string): string => {
  const parts = named.formatToParts(utc(day))
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${of('weekday')} ${of('day')}`
}

/** `Monday, November 24`, for ears. */
export const wholeDayText = (day: string): string => whole.format(utc(day))

/** Whether it is a day that there is. */
export const isDay = (text: unknown): text is string =>
  typeof text === 'string' && /^[12]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(utc(text).getTime())
