import type { Issue } from './api.ts'

/** A cell of RFC 4180, that no spreadsheet takes for a formula. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** What was not right, as a file to work through. */
export const issuesCsv = (issues: Issue[]): string =>
  [
    ['row', 'field', 'reason', 'result'],
    ...issues.map((i) => [i.row ?? i.file, i.field, i.reason, i.severity]),
  ]
    .map((line) => `${line.map((v) => cell(v ?? null)).join(',')}\r\n`)
    .join('')
