export type Bucket = 'day' | 'week' | 'month'
export interface Period {
  /** Local days, `YYYY-MM-DD`, both included. */
  from: string
  to: string
  bucket: Bucket
}

const iso = (d: Date) =>
  `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`

export const PERIODS = [
  { value: '30', label: 'Last 30 days', bucket: 'day' },
  { value: '91', label: 'Last 13 weeks', bucket: 'week' },
  { value: '365', label: 'Last 12 months', bucket: 'month' },
] as const
export type PeriodKey = (typeof PERIODS)[number]['value']

/** So many days up to and with today. */
export function periodOf(key: PeriodKey, now = new Date()): Period {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(key) + 1)
  return { from: iso(from), to: iso(now), bucket: PERIODS.find((p) => p.value === key)!.bucket }
}

/** The same as moments: from the first of the first day up to the first after the last. */
export function momentsOf({ from, to }: Period): { from: string; to: string } {
  const start = new Date(`${from}T00:00:00`)
  const end = new Date(`${to}T00:00:00`)
  end.setDate(end.getDate() + 1)
  return { from: start.toISOString(), to: end.toISOString() }
}

/** `95 %`; a dash where there was nothing to measure. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 1000) / 10} %`

/** `45 min`, `3 h 20 min`, `2.5 d` (of 24 hours). */
export function minutesText(minutes: number | null): string {
  if (minutes === null) return '–'
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole} min`
  if (whole < 48 * 60) return `${Math.floor(whole / 60)} h${whole % 60 ? ` ${whole % 60} min` : ''}`
  return `${Math.round(whole / 144) / 10} d`
}

/** `12.50 USD`. */
export const moneyText = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)
