import type { Address } from '../record.ts'
import type { Notes } from './notes.ts'
import type { FhirAddress } from './types.ts'

const BOUNDS = [
  ['city', 100],
  ['state', 100],
  ['postalCode', 20],
  ['country', 60],
] as const
const MAX = 10

/** FHIR Addresses as the record's. One that does not fit is remarked on and left out of the record. */
export function addressesFrom(list: FhirAddress[] | undefined, path: string, notes: Notes): Address[] {
  const found: Address[] = []
  list?.forEach((from, i) => {
    const address = addressFrom(from)
    if (!address) return
    const over = tooLong(address)
    if (over) notes.warn(`${path}[${i}].${over}`, 'is too long; the address was left out of the record')
    else if (found.length >= MAX)
      notes.warn(`${path}[${i}]`, `is one of more than ${MAX}; left out of the record`)
    else found.push(address)
  })
  return found
}

function addressFrom(from: FhirAddress): Address | undefined {
  const line = (from.line ?? []).map((l) => l?.trim() ?? '').filter(Boolean)
  const address: Address = { line }
  if (from.use) address.use = from.use as NonNullable<Address['use']>
  for (const [key] of BOUNDS) {
    const value = from[key]?.trim()
    if (value) address[key] = value
  }
  const empty = line.length === 0 && BOUNDS.every(([key]) => address[key] === undefined)
  if (empty && from.text?.trim())
    address.line = from.text
      .split(/\r?\n/)
      .map((l) => l.trim())
      .filter(Boolean)
  return empty && address.line.length === 0 ? undefined : address
}

function tooLong(address: Address): string | undefined {
  if (address.line.length > 5 || address.line.some((l) => l.length > 200)) return 'line'
  return BOUNDS.find(([key, max]) => (address[key]?.length ?? 0) > max)?.[0]
}

/** The record's address in FHIR; undefined for one that says nothing. */
export function addressTo(address: Address): FhirAddress | undefined {
  const { use, line, city, state, postalCode, country } = address
  if (line.length === 0 && !city && !state && !postalCode && !country) return undefined
  return {
    ...(use ? { use } : {}),
    ...(line.length > 0 ? { line } : {}),
    ...(city ? { city } : {}),
    ...(state ? { state } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(country ? { country } : {}),
  }
}
