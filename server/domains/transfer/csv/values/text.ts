/** The outcome of reading one cell: a value, nothing (an empty cell), or why it can't be read. */
export type Read<T> = { value?: T; problem?: string; warning?: string }

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/
const SPACES = /\s{2,}|[^\S ]/
const PLACEHOLDERS = new Set([
  'n/a',
  '#n/a',
  'na',
  'null',
  'none',
  'nil',
  '-',
  '--',
  '.',
  '?',
  'unknown',
  'not given',
])
const FORMULA_QUOTE = /^'[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A cell as clean text: trimmed, NFC, without the apostrophe that spreadsheets (and our own export) put before
 * a leading `=`, `+`, `-` or `@`.
 */
export function clean(cell: string): string {
  let text = cell.trim()
  if (text === '') return text
  if (text.charCodeAt(0) === 39 && FORMULA_QUOTE.test(text)) text = text.slice(1).trim()
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return text.normalize('NFC')
  }
  return text
}

/** True for what people type where there is nothing to say. Not for names: Null and Na are real ones. */
export const isPlaceholder = (text: string): boolean =>
  text.length <= 9 && PLACEHOLDERS.has(text.toLowerCase())

/** One line of text of at most `max` characters; runs of white space become one space. */
export function line(text: string, max: number): Read<string> {
  if (CONTROL.test(text)) return { problem: 'holds control characters' }
  const value = SPACES.test(text) ? text.replace(/\s+/g, ' ') : text
  return value.length > max ? { problem: `is longer than ${max} characters` } : { value }
}

/** Text that may have several lines. */
export function block(text: string, max: number): Read<string> {
  const value = text.replace(/\r\n?/g, '\n')
  if (CONTROL.test(value)) return { problem: 'holds control characters' }
  return value.length > max ? { problem: `is longer than ${max} characters` } : { value }
}
