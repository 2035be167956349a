import { FORMULA } from '../../../platform/csv.ts'

/** Also where a spreadsheet's own separator is another, so that no formula begins behind one. */
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/

/**
 * One cell: text that a spreadsheet would run as a formula gets an apostrophe in front (our import takes it away
 * again), and quotes as RFC 4180 wants them.
 */
export function csvCell(value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  const safe = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One record, ended by CR LF. */
export const csvLine = (cells: (string | null | undefined)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A byte order mark, by which Excel knows that what follows is UTF-8. */
export const BOM = '\ufeff'
