import { useMemo } from 'react'
import { useTimeZone } from '../ui/drawn.ts'
import { useLanguage } from './language.ts'
import type { Language } from './languages.ts'

export interface Formats {
  /** `Feb 3, 2026, 9:30 AM` */
  moment(iso: string): string
  /** `Feb 3, 2026` */
  day(iso: string): string
  number(value: number): string
}

/** Dates and numbers as a language writes them, on the reader's own clock. */
export function formatsOf(language: Language, timeZone?: string): Formats {
  const zone = timeZone ? { timeZone } : {}
  // Making a format costs much: each is made when it is first asked for.
  let moment: Intl.DateTimeFormat | undefined
  let day: Intl.DateTimeFormat | undefined
  let number: Intl.NumberFormat | undefined
  return {
    moment(iso) {
      moment ??= new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...zone })
      return moment.format(new Date(iso))
    },
    day(iso) {
      day ??= new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone })
      return day.format(new Date(iso))
    },
    number(value) {
      number ??= new Intl.NumberFormat(language)
      return number.format(value)
    },
  }
}

export function useFormats(): Formats {
  const language = useLanguage()
  const timeZone = useTimeZone()
  return useMemo(() => formatsOf(language, timeZone), [language, timeZone])
}
