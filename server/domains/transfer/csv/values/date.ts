import type { Read } from './text.ts'

export const DATE_ORDERS = ['mdy', 'dmy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\d{2}:?\d{2})?$/
const PARTS = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NAMED_MIDDLE = /^(\d{1,2})[-/ .]*([A-Za-z]{3,9})\.?[-/ ,]*(\d{2}|\d{4})$/
const NAMED_FIRST = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{2}|\d{4})$/

/** The oldest birth year taken for real: nobody documented has lived past 122 years. */
const OLDEST_AGE = 150

const ORDER_NAMES = { mdy: 'month/day/year', dmy: 'day/month/year', ymd: 'year/month/day' }

/**
 * A calendar date as `YYYY-MM-DD`. Dates that begin with a four-digit year, and dates with the month's name,
 * are read as they are; for the rest `order` decides. A two-digit year is the latest one that is not in the
 * future (so 26 may be 2026 and 27 is 1927). Days that no calendar has, and future dates, are refused.
 */
export function date(text: string, order: DateOrder, today: Date): Read<string> {
  const iso = ISO.exec(text)
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]), today)
  const day = text.replace(TIME, '').trim()
  const found = numbers(day, order) ?? named(day)
  if (found === undefined) return { problem: `is not a date (expected YYYY-MM-DD or ${ORDER_NAMES[order]})` }
  const [year, month, dayOfMonth, digits] = found
  if (month > 12 && dayOfMonth <= 12) return { problem: `is not a date in ${ORDER_NAMES[order]} order` }
  return calendar(digits === 2 ? latestYear(year, month, dayOfMonth, today) : year, month, dayOfMonth, today)
}

type Parts = [year: number, month: number, day: number, yearDigits: number]

function numbers(text: string, order: DateOrder): Parts | undefined {
  const compact = COMPACT.exec(text)
  if (compact) return [Number(compact[1]), Number(compact[2]), Number(compact[3]), 4]
  const m = PARTS.exec(text)
  if (!m) return undefined
  const [a, b, c] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const [first, last] = [m[1]!.length, m[3]!.length]
  if (first === 4 || (order === 'ymd' && first === 2)) return last <= 2 ? [a, b, c, first] : undefined
  if (first > 2 || (last !== 2 && last !== 4)) return undefined
  return order === 'dmy' ? [c, b, a, last] : [c, a, b, last]
}

function named(text: string): Parts | undefined {
  const middle = NAMED_MIDDLE.exec(text)
  if (middle) return withMonth(middle[3]!, middle[2]!, middle[1]!)
  const first = NAMED_FIRST.exec(text)
  if (first) return withMonth(first[3]!, first[1]!, first[2]!)
  return undefined
}

function withMonth(year: string, name: string, day: string): Parts | undefined {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return month ? [Number(year), month, Number(day), year.length] : undefined
}

function latestYear(yy: number, month: number, day: number, today: Date): number {
  const year = Math.floor(today.getUTCFullYear() / 100) * 100 + yy
  return isFuture(year, month, day, today) ? year - 100 : year
}

function calendar(year: number, month: number, day: number, today: Date): Read<string> {
  if (!dayExists(year, month, day)) return { problem: 'is a day that does not exist' }
  if (isFuture(year, month, day, today)) return { problem: 'is in the future' }
  if (year < today.getUTCFullYear() - OLDEST_AGE) return { problem: `is more than ${OLDEST_AGE} years ago` }
  return { value: `${year}-${pad(month)}-${pad(day)}` }
}

/** True for `YYYY`, `YYYY-MM` and for days that the calendar has. */
export function isCalendarDate(text: string): boolean {
  const m = ISO.exec(text)
  return !m || dayExists(Number(m[1]), Number(m[2]), Number(m[3]))
}

function dayExists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && leap ? 29 : DAYS[month - 1]
  return days !== undefined && day >= 1 && day <= days
}

/** A day's grace, because somewhere it is already tomorrow. */
function isFuture(year: number, month: number, day: number, today: Date): boolean {
  return Date.UTC(year, month - 1, day) > today.getTime() + 24 * 3600 * 1000
}

const pad = (n: number) => (n < 10 ? `0${n}` : String(n))
