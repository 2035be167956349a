import type { Import } from './api.ts'

export const STATUS: Record<Import['status'], { label: string; color: string }> = {
  uploaded: { label: 'Not started', color: 'amber' },
  running: { label: 'Running', color: 'blue' },
  done: { label: 'Done', color: 'green' },
  failed: { label: 'Failed', color: 'red' },
  cancelled: { label: 'Stopped', color: 'gray' },
}

const ENCODING: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
}
export const encodingText = (encoding: string): string => ENCODING[encoding] ?? encoding

export const ENCODINGS = Object.entries(ENCODING).map(([value, label]) => ({ value, label }))

export const DELIMITERS = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar |' },
]

export const DATE_ORDERS = [
  { value: 'mdy', label: 'Month, day, year: 02/28/1980' },
  { value: 'dmy', label: 'Day, month, year: 28.02.1980' },
  { value: 'ymd', label: 'Year, month, day: 1980/02/28' },
]

/** What the server found the file to be. */
export function formatText(file: Import): string {
  const assumed = file.encodingAssumed ? ', assumed' : ''
  return file.kind === 'csv' ? `CSV (${encodingText(file.encoding)}${assumed})` : 'FHIR R4'
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']
/** `12.3 MB`, as file managers say it. */
export function sizeText(bytes: number): string {
  const unit = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** unit
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`
}

const FIELDS: Record<string, string> = {
  ssn: 'SSN',
  mrn: 'MRN',
  otherId: 'Other identifier',
  email: 'E-mail',
}

/** `phoneMobile` as `Phone mobile`; a path into a FHIR resource stays one. */
export function fieldText(field: string | null | undefined): string {
  if (!field || field.includes('.')) return field ?? ''
  const text = FIELDS[field] ?? field.replace(/([A-Z])/g, (c) => ` ${c.toLowerCase()}`)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `1 row`, `2,000 rows`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Time left at the pace so far; empty until the pace is known. */
export function timeLeft(file: Pick<Import, 'startedAt' | 'bytesDone' | 'bytesTotal'>, now: number): string {
  const { startedAt, bytesDone, bytesTotal } = file
  if (!startedAt || !bytesTotal || bytesDone / bytesTotal < 0.02) return ''
  const seconds = ((now - Date.parse(startedAt)) / 1000) * (bytesTotal / bytesDone - 1)
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`
  return `about ${Math.round(seconds / 60)} minutes left`
}
