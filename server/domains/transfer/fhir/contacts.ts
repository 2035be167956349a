import type { CountryCode } from 'libphonenumber-js/min'
import type { ContactPerson } from '../record.ts'
import { addressesFrom } from './addresses.ts'
import { words } from './extensions.ts'
import { nameFrom } from './names.ts'
import type { Notes } from './notes.ts'
import { telecomFrom } from './telecom.ts'
import type { CodeableConcept, ContactPoint, FhirAddress, FhirName } from './types.ts'

type Source = {
  name?: FhirName | undefined
  relationship?: CodeableConcept[] | undefined
  telecom?: ContactPoint[] | undefined
  address?: FhirAddress[] | undefined
}

const has = (list: CodeableConcept[] | undefined, ...codes: string[]): boolean =>
  (list ?? []).some((c) => c.coding?.some((coding) => codes.includes(coding.code ?? '')))

/** Codes that flag a contact, and say nothing of how they are related. */
const FLAGS = new Set(['GUARD', 'C'])

/**
 * A person tied to a client, from whatever FHIR calls them (RelatedPerson, Patient.contact, a practitioner).
 * Undefined, with a remark, when nobody is named.
 */
export function contactFrom(
  source: Source,
  path: string,
  region: CountryCode,
  notes: Notes,
): ContactPerson | undefined {
  const name = source.name && nameFrom(source.name, `${path}.name`, notes)
  if (!name) {
    notes.warn(`${path}.name`, 'is missing; the contact was left out of the record')
    return undefined
  }
  const related = (source.relationship ?? []).find(
    (c) => c.text || !c.coding?.every((x) => FLAGS.has(x.code ?? '')),
  )
  const relationship = words(related)?.slice(0, 100)
  return {
    name,
    ...(relationship ? { relationship } : {}),
    ...telecomFrom(source.telecom, `${path}.telecom`, region, notes),
    addresses: addressesFrom(source.address, `${path}.address`, notes),
    isGuardian: has(source.relationship, 'GUARD'),
    isEmergency: has(source.relationship, 'C'),
  }
}
