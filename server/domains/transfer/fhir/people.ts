import type { CountryCode } from 'libphonenumber-js/min'
import type { ContactPerson } from '../record.ts'
import { addressTo } from './addresses.ts'
import { contactFrom } from './contacts.ts'
import { words } from './extensions.ts'
import { nameTo } from './names.ts'
import type { Notes } from './notes.ts'
import { flagConcepts } from './organization.ts'
import { telecomFrom, telecomTo } from './telecom.ts'
import type { Practitioner, PractitionerRole, RelatedPerson } from './types.ts'

/** A RelatedPerson as a contact of its patient. */
export function relatedPersonFrom(
  person: RelatedPerson,
  region: CountryCode,
  notes: Notes,
): ContactPerson | undefined {
  return contactFrom({ ...person, name: person.name?.[0] }, 'RelatedPerson', region, notes)
}

/** A contact of a person as a RelatedPerson. */
export function relatedPersonTo(contact: ContactPerson, id: string, patientId: string): RelatedPerson {
  const telecom = telecomTo(contact.phones, contact.emails)
  const addresses = contact.addresses.flatMap((a) => addressTo(a) ?? [])
  const relationship = [
    ...(contact.relationship ? [{ text: contact.relationship }] : []),
    ...flagConcepts(contact),
  ]
  return {
    resourceType: 'RelatedPerson',
    id,
    patient: { reference: `Patient/${patientId}` },
    ...(relationship.length > 0 ? { relationship } : {}),
    name: [nameTo(contact.name)],
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(addresses.length > 0 ? { address: addresses } : {}),
  }
}

/** A Practitioner, as the contact that an organisation gets once a role ties them together. */
export function practitionerFrom(
  practitioner: Practitioner,
  region: CountryCode,
  notes: Notes,
): ContactPerson | undefined {
  return contactFrom({ ...practitioner, name: practitioner.name?.[0] }, 'Practitioner', region, notes)
}

/**
 * What a PractitionerRole adds to its practitioner: what they do there and how to reach them there. The
 * practitioner's own name is in the Practitioner; the reference's display stands in where that is not to be had.
 */
export function roleFrom(role: PractitionerRole, region: CountryCode, notes: Notes) {
  const relationship = (words(role.code?.[0]) ?? words(role.specialty?.[0]))?.slice(0, 100)
  const display = role.practitioner?.display?.trim().slice(0, 300)
  return {
    ...(relationship ? { relationship } : {}),
    ...(display ? { display } : {}),
    ...telecomFrom(role.telecom, 'PractitionerRole.telecom', region, notes),
  }
}
