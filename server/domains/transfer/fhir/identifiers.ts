import { ssn as readSsn } from '../csv/values/identifiers.ts'
import type { RecordClasses } from '../record.ts'
import type { Notes } from './notes.ts'
import type { CodeableConcept, Identifier } from './types.ts'
import { IDENTIFIER_TYPES, SSN_SYSTEM } from './urls.ts'

type IdentifierClass = NonNullable<RecordClasses['identifier']>

/** Codes of HL7 v2 table 0203: what is an insurance member's number (member, Medicare, Medicaid). */
const MEMBER_CODES = new Set(['MB', 'MC', 'MA'])
const MAX = { mrns: 20, memberIds: 20, other: 50 }

export const typeCode = (identifier: Identifier): string | undefined =>
  identifier.type?.coding?.find(
    (c) => c.system === undefined || c.system === IDENTIFIER_TYPES || /0203$/.test(c.system),
  )?.code

/** FHIR Identifiers as the record's class, sorted by their type; undefined when there are none. */
export function identifiersFrom(
  list: Identifier[] | undefined,
  path: string,
  notes: Notes,
): IdentifierClass | undefined {
  const found: IdentifierClass = { mrns: [], memberIds: [], other: [] }
  list?.forEach((identifier, i) => {
    const value = identifier.value?.trim()
    if (!value) return
    const at = `${path}[${i}]`
    const code = typeCode(identifier)
    if ((code === 'SS' || identifier.system === SSN_SYSTEM) && takeSsn(found, value, `${at}.value`, notes))
      return
    const system = identifier.system?.trim() || identifier.assigner?.display?.trim()
    const named = { ...(system ? { system } : {}), value }
    const kind = code === 'MR' ? 'mrns' : code && MEMBER_CODES.has(code) ? 'memberIds' : 'other'
    if (value.length > 100 || (system?.length ?? 0) > 300 || found[kind].length >= MAX[kind]) {
      notes.warn(at, 'is too long or one too many; left out of the record')
    } else if (kind !== 'other') found[kind].push(named)
    else {
      const type = label(identifier.type)?.slice(0, 100)
      found.other.push(type ? { ...named, type } : named)
    }
  })
  const empty = !found.ssn && Object.values(found).every((v) => Array.isArray(v) && v.length === 0)
  return empty ? undefined : found
}

/** True when the value was dealt with as the Social Security number. */
function takeSsn(found: IdentifierClass, value: string, path: string, notes: Notes): boolean {
  const read = readSsn(value)
  if (read.problem || (found.ssn && read.value)) return false
  if (read.warning) notes.warn(path, read.warning)
  if (read.value) found.ssn = read.value
  return true
}

const label = (type: CodeableConcept | undefined): string | undefined => {
  const coding = type?.coding?.[0]
  return type?.text?.trim() || coding?.display?.trim() || coding?.code
}

const coded = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: IDENTIFIER_TYPES, code, display }],
})

/** A system that is no URI (an insurer's name) travels as the assigner. */
const systemTo = (system: string | undefined): Partial<Identifier> =>
  !system ? {} : /^\S+$/.test(system) ? { system } : { assigner: { display: system } }

/** The record's identifiers in FHIR. */
export function identifiersTo(identifier: IdentifierClass): Identifier[] {
  const { ssn, mrns, memberIds, other } = identifier
  const list: Identifier[] = []
  if (ssn) {
    const value = `${ssn.slice(0, 3)}-${ssn.slice(3, 5)}-${ssn.slice(5)}`
    list.push({ type: coded('SS', 'Social Security number'), system: SSN_SYSTEM, value })
  }
  for (const { system, value } of mrns) {
    list.push({ type: coded('MR', 'Medical record number'), ...systemTo(system), value })
  }
  for (const { system, value } of memberIds) {
    list.push({ type: coded('MB', 'Member number'), ...systemTo(system), value })
  }
  for (const { system, value, type } of other) {
    list.push({ ...(type ? { type: { text: type } } : {}), ...systemTo(system), value })
  }
  return list
}
