/** What a spreadsheet would take for a formula (OWASP: CSV injection), also in the wide letters of East Asian keyboards. */
export const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
/** What ends a cell: also where a spreadsheet's own separator is another, so that no formula begins behind one. */
const QUOTED = /[",;|\t\r\n]/

/** One cell (RFC 4180): never a formula, quoted where it must be. */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const harmless = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A table with its header line, in lines that end in CRLF, marked as UTF-8 for spreadsheets. */
export function csvTable(header: string[], rows: (string | number | boolean | null)[][]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
