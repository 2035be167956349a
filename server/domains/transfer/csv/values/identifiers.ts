import type { Read } from './text.ts'

const SSN = /^\d{3}[- ]?\d{2}[- ]?\d{4}$/

/** Numbers that people type to get past a form. They would make strangers look like one person. */
const FILLERS = new Set(['123456789', '987654321', '123123123', '078051120', '219099999'])

/** True for nine digits that name nobody: one digit nine times, and well-known fillers. */
export const isFillerSsn = (digits: string): boolean => /^(\d)\1{8}$/.test(digits) || FILLERS.has(digits)

/**
 * True when the Social Security Administration could have issued the number: no area 000, 666 or 9xx, no
 * group 00, no serial 0000 (SSA, POMS RM 10201.035). Only such a number may tell that two records are one
 * person.
 */
export function isIssuableSsn(digits: string): boolean {
  if (isFillerSsn(digits)) return false
  const area = digits.slice(0, 3)
  return (
    area !== '000' &&
    area !== '666' &&
    area < '900' &&
    digits.slice(3, 5) !== '00' &&
    digits.slice(5) !== '0000'
  )
}

/**
 * A Social Security number as nine digits. Fillers are left out; numbers that can't have been issued (test
 * data, ITINs) are kept. Both with a warning.
 */
export function ssn(text: string): Read<string> {
  if (!SSN.test(text)) {
    return {
      problem: 'is not a Social Security number of nine digits (spreadsheets drop leading zeros)',
    }
  }
  const value = text.length === 9 ? text : text.replace(/[- ]/g, '')
  if (isFillerSsn(value)) return { warning: 'is a filler, not a Social Security number; left out' }
  if (!isIssuableSsn(value)) {
    return { value, warning: 'is a number that is never issued as a Social Security number; kept' }
  }
  return { value }
}

const EMAIL = /^[^\s@]+@[^\s@]+$/

/** An e-mail address in lower case, checked as loosely as the record's own schema does. */
export function email(text: string): Read<string> {
  const value = text.toLowerCase()
  if (value.length > 254) return { problem: 'is longer than 254 characters' }
  return EMAIL.test(value) ? { value } : { problem: 'is not an e-mail address' }
}

/** A postal code; nine digits get the hyphen of ZIP+4. Four may be a ZIP that lost its zero, or Danish. */
export function postalCode(text: string): Read<string> {
  if (text.length > 20) return { problem: 'is longer than 20 characters' }
  if (/^\d{9}$/.test(text)) return { value: `${text.slice(0, 5)}-${text.slice(5)}` }
  if (/^\d{4}$/.test(text))
    return { value: text, warning: 'has four digits; a spreadsheet may have dropped a zero' }
  return { value: text }
}
