import type { CountryCode } from 'libphonenumber-js/min'
import type { ContactPerson, RecordClasses } from '../record.ts'
import { addressesFrom, addressTo } from './addresses.ts'
import { contactFrom } from './contacts.ts'
import { extensionOf, readCarried, writeCarried } from './extensions.ts'
import { identifiersFrom, identifiersTo } from './identifiers.ts'
import { nameTo } from './names.ts'
import type { Notes } from './notes.ts'
import { telecomFrom, telecomTo } from './telecom.ts'
import type { Extension, Organization, OrganizationContact } from './types.ts'
import { CONTACT_ROLES, OWN, ROLE_CODES } from './urls.ts'

const MAX_NAME = 300

/** A valid Organization as an organisation's record, its contact persons as contacts. */
export function organizationFrom(
  organization: Organization,
  region: CountryCode,
  notes: Notes,
): { record: RecordClasses; contacts: ContactPerson[] } {
  const name = organization.name?.trim()
  if (!name) notes.fail('Organization.name', 'is missing')
  else if (name.length > MAX_NAME) notes.fail('Organization.name', `is longer than ${MAX_NAME} characters`)
  const record: RecordClasses = {
    contact: {
      names: [],
      ...(name ? { organisationName: name } : {}),
      ...telecomFrom(organization.telecom, 'Organization.telecom', region, notes),
      addresses: addressesFrom(organization.address, 'Organization.address', notes),
    },
  }
  const language = extensionOf(organization, `${OWN}language`)?.valueString
  if (language) record.contact.language = language
  const identifier = identifiersFrom(organization.identifier, 'Organization.identifier', notes)
  if (identifier) record.identifier = identifier
  readCarried(organization, record)
  const contacts = (organization.contact ?? []).flatMap((contact, i) => {
    return contactOf(contact, `Organization.contact[${i}]`, region, notes) ?? []
  })
  return { record, contacts }
}

/** FHIR gives an organisation's contact one address; further ones travel as extensions. */
function contactOf(contact: OrganizationContact, path: string, region: CountryCode, notes: Notes) {
  const more = (contact.extension ?? []).flatMap((e) => (e.url === `${OWN}address` && e.valueAddress) || [])
  const flags = (contact.extension ?? []).flatMap(
    (e) => (e.url === `${OWN}role` && e.valueCodeableConcept) || [],
  )
  return contactFrom(
    {
      name: contact.name,
      telecom: contact.telecom,
      address: [...(contact.address ? [contact.address] : []), ...more],
      relationship: [...(contact.purpose ? [contact.purpose] : []), ...flags],
    },
    path,
    region,
    notes,
  )
}

/** An organisation's record and its contacts as an Organization. */
export function organizationTo(record: RecordClasses, contacts: ContactPerson[], id: string): Organization {
  const { contact, identifier } = record
  const extension = writeCarried(record)
  if (contact.language) extension.unshift({ url: `${OWN}language`, valueString: contact.language })
  const addresses = contact.addresses.flatMap((a) => addressTo(a) ?? [])
  const telecom = telecomTo(contact.phones, contact.emails)
  const identifiers = identifier ? identifiersTo(identifier) : []
  return {
    resourceType: 'Organization',
    id,
    ...(extension.length > 0 ? { extension } : {}),
    ...(identifiers.length > 0 ? { identifier: identifiers } : {}),
    ...(contact.organisationName ? { name: contact.organisationName } : {}),
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(addresses.length > 0 ? { address: addresses } : {}),
    ...(contacts.length > 0 ? { contact: contacts.map(contactTo) } : {}),
  }
}

function contactTo(contact: ContactPerson): OrganizationContact {
  const [first, ...more] = contact.addresses.flatMap((a) => addressTo(a) ?? [])
  const extension: Extension[] = more.map((valueAddress) => ({ url: `${OWN}address`, valueAddress }))
  for (const valueCodeableConcept of flagConcepts(contact))
    extension.push({ url: `${OWN}role`, valueCodeableConcept })
  const telecom = telecomTo(contact.phones, contact.emails)
  return {
    ...(extension.length > 0 ? { extension } : {}),
    ...(contact.relationship ? { purpose: { text: contact.relationship } } : {}),
    name: nameTo(contact.name),
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(first ? { address: first } : {}),
  }
}

/** How FHIR says that a contact is a guardian or for emergencies. */
export const flagConcepts = (contact: ContactPerson) => [
  ...(contact.isGuardian ? [{ coding: [{ system: ROLE_CODES, code: 'GUARD', display: 'guardian' }] }] : []),
  ...(contact.isEmergency
    ? [{ coding: [{ system: CONTACT_ROLES, code: 'C', display: 'Emergency Contact' }] }]
    : []),
]
