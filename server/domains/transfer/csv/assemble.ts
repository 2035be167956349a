import type { Address, ClientKind, ContactPerson, Email, HumanName, Phone, RecordClasses } from '../record.ts'

/** What the cells of one row say, before it takes the record's shape. */
export type Draft = {
  kind?: ClientKind
  fullName?: HumanName
  family?: string
  given?: string
  middle?: string
  prefix?: string
  suffix?: string
  nickname?: string
  maidenName?: string
  organisationName?: string
  phones?: Phone[]
  emails?: Email[]
  addressLine1?: string
  addressLine2?: string
  city?: string
  state?: string
  postalCode?: string
  country?: string
  language?: string
  preferredContact?: NonNullable<RecordClasses['contact']['preferredContact']>
  emergencyName?: HumanName
  emergencyRelationship?: string
  emergencyPhone?: string
  guardianName?: HumanName
  guardianRelationship?: string
  guardianPhone?: string
  guardianEmail?: string
  birthDate?: string
  sex?: 'female' | 'male' | 'other' | 'unknown'
  genderIdentity?: string
  maritalStatus?: string
  race?: string
  ethnicity?: string
  deceased?: string
  tags?: string[]
  ssn?: string
  mrn?: string
  memberId?: string
  otherId?: string
  payer?: string
  plan?: string
  financialSummary?: string
  clinicalSummary?: string
}

/** The draft as a client's record and its contacts. Classes of which the row says nothing are absent. */
export function assemble(
  draft: Draft,
  kind: ClientKind,
): { record: RecordClasses; contacts: ContactPerson[] } {
  const own = ownNames(draft)
  const contacts = relatives(draft)
  // A person named in an organisation's row is whom to call there.
  if (kind === 'organisation' && own[0]) contacts.unshift(contactPerson(own[0]))
  const record: RecordClasses = { contact: contactClass(draft, kind === 'person' ? own : []) }
  const demographic = demographicClass(draft)
  if (demographic) record.demographic = demographic
  const identifier = identifierClass(draft)
  if (identifier) record.identifier = identifier
  if (draft.clinicalSummary) record.clinical = { summary: draft.clinicalSummary }
  const financial = pick(draft, 'payer', 'plan') as NonNullable<RecordClasses['financial']>
  if (draft.financialSummary) financial.summary = draft.financialSummary
  if (Object.keys(financial).length > 0) record.financial = financial
  return { record, contacts }
}

function pick<K extends keyof Draft>(draft: Draft, ...keys: K[]): Pick<Draft, K> {
  const out: Partial<Draft> = {}
  for (const key of keys) if (draft[key] !== undefined) out[key] = draft[key]
  return out as Pick<Draft, K>
}

function ownNames(draft: Draft): HumanName[] {
  const name: HumanName = { ...draft.fullName, given: draft.fullName?.given ?? [] }
  if (draft.prefix) name.prefix = draft.prefix
  if (draft.given) name.given = [draft.given]
  if (draft.middle) name.given = [...name.given, draft.middle].slice(0, 10)
  if (draft.family) name.family = draft.family
  if (draft.suffix) name.suffix = draft.suffix
  if (!name.family && name.given.length === 0) return []
  const names = [name]
  if (draft.nickname) names.push({ use: 'nickname', given: [draft.nickname] })
  if (draft.maidenName) names.push({ use: 'maiden', given: [], family: draft.maidenName })
  return names
}

function contactClass(draft: Draft, names: HumanName[]): RecordClasses['contact'] {
  const address = homeAddress(draft)
  return {
    names,
    ...pick(draft, 'organisationName'),
    phones: draft.phones ?? [],
    emails: draft.emails ?? [],
    addresses: address ? [address] : [],
    ...pick(draft, 'language', 'preferredContact'),
  }
}

function homeAddress(draft: Draft): Address | undefined {
  const line = [draft.addressLine1, draft.addressLine2].filter((l) => l !== undefined)
  const address: Address = { line, ...pick(draft, 'city', 'state', 'postalCode', 'country') }
  return line.length > 0 || Object.keys(address).length > 1 ? address : undefined
}

function demographicClass(draft: Draft): RecordClasses['demographic'] {
  const found = pick(
    draft,
    'birthDate',
    'sex',
    'genderIdentity',
    'maritalStatus',
    'race',
    'ethnicity',
    'deceased',
  )
  if (Object.keys(found).length === 0 && !draft.tags?.length) return undefined
  return { ...found, tags: draft.tags ?? [] } as NonNullable<RecordClasses['demographic']>
}

function identifierClass(draft: Draft): RecordClasses['identifier'] {
  const { ssn, mrn, memberId, otherId } = draft
  if (!ssn && !mrn && !memberId && !otherId) return undefined
  return {
    ...(ssn ? { ssn } : {}),
    mrns: mrn ? [{ value: mrn }] : [],
    memberIds: memberId ? [{ value: memberId }] : [],
    other: otherId ? [{ value: otherId }] : [],
  }
}

function contactPerson(name: HumanName): ContactPerson {
  return { name, phones: [], emails: [], addresses: [], isGuardian: false, isEmergency: false }
}

function relatives(draft: Draft): ContactPerson[] {
  const found: ContactPerson[] = []
  if (draft.emergencyName) {
    const contact = { ...contactPerson(draft.emergencyName), isEmergency: true }
    if (draft.emergencyRelationship) contact.relationship = draft.emergencyRelationship
    if (draft.emergencyPhone) contact.phones = [{ value: draft.emergencyPhone }]
    found.push(contact)
  }
  if (draft.guardianName) {
    const contact = { ...contactPerson(draft.guardianName), isGuardian: true }
    if (draft.guardianRelationship) contact.relationship = draft.guardianRelationship
    if (draft.guardianPhone) contact.phones = [{ value: draft.guardianPhone }]
    if (draft.guardianEmail) contact.emails = [{ value: draft.guardianEmail }]
    found.push(contact)
  }
  return found
}
