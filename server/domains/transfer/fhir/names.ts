import type { HumanName } from '../record.ts'
import type { Notes } from './notes.ts'
import type { FhirName } from './types.ts'

const present = (list: (string | null)[] | undefined): string[] =>
  (list ?? []).map((s) => s?.trim() ?? '').filter(Boolean)

/** FHIR HumanName to the record's; undefined when it names nobody. Over-long names fail: they can't be cut. */
export function nameFrom(from: FhirName, path: string, notes: Notes): HumanName | undefined {
  const name: HumanName = { given: present(from.given) }
  if (from.use) name.use = from.use as NonNullable<HumanName['use']>
  const prefix = present(from.prefix).join(' ')
  const suffix = present(from.suffix).join(' ')
  const family = from.family?.trim()
  const text = from.text?.trim()
  if (prefix) name.prefix = prefix
  if (family) name.family = family
  if (suffix) name.suffix = suffix
  if (text) name.text = text
  if (!family && name.given.length === 0 && !text) return undefined
  const bounds: [string, number, number][] = [
    ['prefix', prefix.length, 40],
    ['suffix', suffix.length, 40],
    ['family', family?.length ?? 0, 100],
    ['given', Math.max(0, ...name.given.map((g) => g.length)), 100],
    ['text', text?.length ?? 0, 300],
  ]
  for (const [part, length, max] of bounds) {
    if (length > max) notes.fail(`${path}.${part}`, `is longer than ${max} characters`)
  }
  if (name.given.length > 10) notes.fail(`${path}.given`, 'has more than 10 names')
  return name
}

/** The record's name as a FHIR HumanName. */
export function nameTo(name: HumanName): FhirName {
  return {
    ...(name.use ? { use: name.use } : {}),
    ...(name.text ? { text: name.text } : {}),
    ...(name.family ? { family: name.family } : {}),
    ...(name.given.length > 0 ? { given: name.given } : {}),
    ...(name.prefix ? { prefix: [name.prefix] } : {}),
    ...(name.suffix ? { suffix: [name.suffix] } : {}),
  }
}
