import type { Entry, EntryState } from './queries.ts'

/** `45 min`, `3 h 20 min`, `41 h`: working time is never told in days. */
export function durationText(minutes: number): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 && `${h} h`, (m > 0 || h === 0) && `${m} min`].filter(Boolean).join(' ')
}

/** Milliseconds as a clock that runs: `0:07:31`. */
export function clockText(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

const FORMS: [RegExp, (a: number, b: number) => number][] = [
  [/^(\d{1,4})\s*(?:m|min|minutes?)?$/, (m) => m],
  [/^(\d{1,2}):([0-5]\d)$/, (h, m) => h * 60 + m],
  [/^(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|hours?)$/, (h) => Math.round(h * 60)],
  [/^(\d{1,2})\s*h\s*(\d{1,2})\s*(?:m|min)?$/, (h, m) => h * 60 + m],
]

/** Minutes of what a person types for a duration: `90`, `1:30`, `1h 30m`, `1.5 h`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const said = text.trim().toLowerCase()
  for (const [form, minutes] of FORMS) {
    const found = form.exec(said)
    if (found) return minutes(Number(found[1]!.replace(',', '.')), Number(found[2] ?? 0))
  }
  return undefined
}

/** As `parseDuration` reads it: `1:30`. */
export const durationField = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** `$12.50`. */
export const moneyText = (cents: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)

export const STATES: Record<EntryState, { label: string; color: 'gray' | 'blue' | 'green' | 'red' }> = {
  draft: { label: 'Draft', color: 'gray' },
  submitted: { label: 'Submitted', color: 'blue' },
  approved: { label: 'Approved', color: 'green' },
  rejected: { label: 'Rejected', color: 'red' },
}

export const sumMinutes = (list: readonly { minutes: number }[]): number =>
  list.reduce((n, e) => n + e.minutes, 0)

/** `, 3 h 30 min billed` where that is not what was worked; otherwise nothing. */
export function billedText(list: readonly Pick<Entry, 'minutes' | 'billable' | 'billedMinutes'>[]): string {
  const billed = list.reduce((n, e) => n + (e.billedMinutes ?? 0), 0)
  return billed === sumMinutes(list.filter((e) => e.billable)) ? '' : `, ${durationText(billed)} billed`
}

/** Where time was worked that a merge brought here. */
export const mergedText = ({ number }: NonNullable<Entry['mergedFrom']>): string =>
  number === null ? 'worked on a ticket merged into this' : `worked on #${number}, merged into this`

/** `1 entry`, `3 entries`. */
export const entriesText = (n: number): string => `${n} ${n === 1 ? 'entry' : 'entries'}`
