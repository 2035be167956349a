import { Sheet } from '../../../../platform/pdf/sheet.ts'
import type { ContactPerson, HumanName, RecordClasses } from '../../record.ts'
import type { ExportedClient } from '../bundle.ts'

export type Disclosure = {
  organization: string
  /** Why it is disclosed, in the requester's words. */
  purpose: string
  requester: string
  time: Date
}
export type ListedResource = { type: string; label?: string; date?: string }

const MAX_LISTED = 1000

/**
 * One client as a readable document: who discloses it to whom and what for, then the record class by class, the
 * contacts, and a list of the kept resources. Classes that the requester may not see are not in `client`.
 */
export function clientPdf(
  client: ExportedClient & { groupName?: string; facilityName?: string },
  resources: ListedResource[],
  disclosure: Disclosure,
): NodeJS.ReadableStream {
  const when = `${disclosure.time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const sheet = new Sheet({
    organization: disclosure.organization,
    title: 'Client record',
    footer: [
      `Disclosed to ${disclosure.requester} on ${when} for: ${disclosure.purpose}`,
      'Holds protected health information. Keep it confidential and destroy it when it is no longer needed.',
    ],
  })
  const { record } = client
  const kind = client.kind === 'person' ? 'Person' : 'Organisation'
  sheet.title(
    displayName(record),
    [kind, client.groupName, client.facilityName].filter(Boolean).join('  ·  '),
  )
  sheet.pair('Purpose of disclosure', [disclosure.purpose])
  sheet.pair('Requested by', [disclosure.requester])
  sheet.pair('Time', [when])
  sheet.pair('Wellkeep ID', [client.id])
  contact(sheet, record)
  demographic(sheet, record)
  identifier(sheet, record)
  texts(sheet, record)
  contacts(sheet, client.contacts)
  kept(sheet, resources)
  return sheet.end()
}

const displayName = ({ contact }: RecordClasses): string =>
  contact.organisationName && contact.names.length === 0
    ? contact.organisationName
    : (contact.names[0] && nameText(contact.names[0])) || contact.organisationName || 'Unnamed client'

/** A name as one line of text. */
export function nameText(name: HumanName): string {
  const parts = [name.prefix, ...name.given, name.family, name.suffix].filter(Boolean)
  return name.given.length > 0 || name.family ? parts.join(' ') : (name.text ?? '')
}

const withUse = (text: string, use: string | undefined) => (use ? `${text}  (${use})` : text)

function addressText(address: RecordClasses['contact']['addresses'][number]): string {
  const place = [address.city, [address.state, address.postalCode].filter(Boolean).join(' ')].filter(Boolean)
  return withUse([...address.line, place.join(', '), address.country].filter(Boolean).join(', '), address.use)
}

function contact(sheet: Sheet, { contact }: RecordClasses): void {
  sheet.heading('Contact')
  sheet.pair(
    'Names',
    contact.names.map((name) => withUse(nameText(name), name.use)),
  )
  sheet.pair('Organisation', [contact.organisationName])
  sheet.pair(
    'Telephone',
    contact.phones.map((p) => withUse(p.value, p.use)),
  )
  sheet.pair(
    'E-mail',
    contact.emails.map((e) => withUse(e.value, e.use)),
  )
  sheet.pair('Address', contact.addresses.map(addressText))
  sheet.pair('Language', [contact.language])
  sheet.pair('Preferred contact', [contact.preferredContact])
}

function demographic(sheet: Sheet, { demographic }: RecordClasses): void {
  if (!demographic) return
  sheet.heading('Demographics')
  sheet.pair('Birth date', [demographic.birthDate])
  sheet.pair('Sex', [demographic.sex])
  sheet.pair('Gender identity', [demographic.genderIdentity])
  sheet.pair('Marital status', [demographic.maritalStatus])
  sheet.pair('Race', [demographic.race])
  sheet.pair('Ethnicity', [demographic.ethnicity])
  sheet.pair('Deceased', [demographic.deceased === 'true' ? 'yes' : demographic.deceased])
  sheet.pair('Tags', [demographic.tags.join(', ')])
}

function identifier(sheet: Sheet, { identifier }: RecordClasses): void {
  if (!identifier) return
  const { ssn, mrns, memberIds, other } = identifier
  const line = (i: { system?: string | undefined; value: string }) => withUse(i.value, i.system)
  sheet.heading('Identifiers')
  if (ssn) sheet.pair('Social Security number', [`${ssn.slice(0, 3)}-${ssn.slice(3, 5)}-${ssn.slice(5)}`])
  sheet.pair('Medical record number', mrns.map(line))
  sheet.pair('Insurance member id', memberIds.map(line))
  for (const other_ of other) sheet.pair(other_.type ?? 'Other', [line(other_)])
}

function texts(sheet: Sheet, { clinical, financial }: RecordClasses): void {
  if (clinical?.summary) {
    sheet.heading('Clinical summary')
    sheet.paragraph(clinical.summary)
  }
  if (!financial) return
  sheet.heading('Financial')
  sheet.pair('Payer', [financial.payer])
  sheet.pair('Plan', [financial.plan])
  sheet.pair('Notes', [financial.summary])
}

function contacts(sheet: Sheet, list: ContactPerson[]): void {
  if (list.length === 0) return
  sheet.heading('Contacts')
  for (const person of list) {
    const roles = [
      person.relationship,
      person.isGuardian && 'guardian',
      person.isEmergency && 'emergency contact',
    ]
    sheet.pair(roles.filter(Boolean).join(', ') || 'Contact', [
      nameText(person.name),
      ...person.phones.map((p) => withUse(p.value, p.use)),
      ...person.emails.map((e) => withUse(e.value, e.use)),
      ...person.addresses.map(addressText),
    ])
  }
}

function kept(sheet: Sheet, resources: ListedResource[]): void {
  if (resources.length === 0) return
  sheet.heading(`Other records (${resources.length})`)
  const rows = resources.slice(0, MAX_LISTED).map((r) => [r.date?.slice(0, 10) ?? '', r.type, r.label ?? ''])
  sheet.table([0.16, 0.26, 0.58], rows)
  if (resources.length > MAX_LISTED) {
    sheet.paragraph(`and ${resources.length - MAX_LISTED} more, which the FHIR export holds in full.`)
  }
}
