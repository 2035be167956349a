import type { Issue } from '../problem.ts'
import type { ClientKind, ContactPerson, RecordClasses } from '../record.ts'
import { assemble, type Draft } from './assemble.ts'
import type { Mapping } from './mapping.ts'
import type { RowOptions } from './row-options.ts'
import { SETTERS } from './setters.ts'
import { clean } from './values/text.ts'

export type MappedRow = {
  row: number
  kind: ClientKind
  record: RecordClasses
  contacts: ContactPerson[]
  warnings: Issue[]
}
export type RowResult = { ok: true; value: MappedRow } | { ok: false; errors: Issue[] } | { ok: 'empty' }

/**
 * Compiles a mapping to a function from one row of cells to a validated record. What it accepts, the record's
 * own schema accepts unchanged (held by a property test); Zod itself would cost several times as much per row.
 * Reasons never repeat what the cell holds.
 */
export function compileRow(
  mapping: Mapping,
  options: RowOptions,
): (cells: string[], row: number) => RowResult {
  const steps = mapping.flatMap((field, column) => (field ? [{ column, field, set: SETTERS[field]! }] : []))
  const width = mapping.length
  return (cells, row) => {
    if (cells.every((cell) => cell.trim() === '')) return { ok: 'empty' }
    const wrongWidth = checkWidth(cells, width, row)
    if (wrongWidth) return { ok: false, errors: [wrongWidth] }
    const issues: Issue[] = []
    const draft: Draft = {}
    let failed = false
    for (const { column, field, set } of steps) {
      const text = clean(cells[column]!)
      if (text === '') continue
      const outcome = set(draft, text, options)
      if (!outcome) continue
      if (outcome.problem) {
        failed = true
        issues.push({ row, field, reason: outcome.problem, severity: 'error' })
      } else if (outcome.warning) issues.push({ row, field, reason: outcome.warning, severity: 'warning' })
    }
    const kind = options.kind ?? draft.kind ?? guessKind(draft)
    const missing = failed ? undefined : missingName(draft, kind)
    if (missing) issues.push({ row, reason: missing, severity: 'error' })
    if (kind === 'person' && draft.organisationName) {
      issues.push({
        row,
        field: 'organisationName',
        reason: 'is not part of a person’s record; left out',
        severity: 'warning',
      })
      delete draft.organisationName
    }
    if (failed || missing) return { ok: false, errors: issues.filter((i) => i.severity === 'error') }
    return { ok: true, value: { row, kind, ...assemble(draft, kind), warnings: issues } }
  }
}

/** Extra empty cells at the end are common and harmless; fewer or more mean that cells have moved. */
function checkWidth(cells: string[], width: number, row: number): Issue | undefined {
  if (cells.length === width) return undefined
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) return undefined
  const reason = `has ${cells.length} columns where the header has ${width}`
  return { row, reason, severity: 'error' }
}

const hasPersonName = (d: Draft) => Boolean(d.family || d.given || d.fullName)
const guessKind = (d: Draft): ClientKind =>
  d.organisationName && !hasPersonName(d) ? 'organisation' : 'person'

function missingName(draft: Draft, kind: ClientKind): string | undefined {
  if (kind === 'organisation') return draft.organisationName ? undefined : 'has no organisation name'
  return hasPersonName(draft) ? undefined : 'has no name'
}
