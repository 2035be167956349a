import type { Principal } from '../../platform/policy/principal.ts'
import type { ClientRow, ClientRowWithNames } from './records.ts'
import type { RecordClasses } from './schema.ts'

/** `Donya Mikaela Yundt`, or the organisation's name. */
export function displayName(contact: Partial<RecordClasses>['contact']): string {
  if (!contact) return 'Name hidden'
  if (contact.organisationName) return contact.organisationName
  const n = contact.names.find((x) => x.use === 'official') ?? contact.names[0]
  if (!n) return 'No name'
  return [...n.given, n.family].filter(Boolean).join(' ') || n.text || 'No name'
}

/** Shows the last four characters at most, and never more than half. */
export function mask(value: string): string {
  const shown = Math.min(4, Math.floor(value.length / 2))
  return '•'.repeat(Math.max(4, Math.min(8, value.length - shown))) + value.slice(value.length - shown)
}

function maskIdentifiers(
  identifier: NonNullable<RecordClasses['identifier']>,
): NonNullable<RecordClasses['identifier']> {
  const named = <T extends { value: string }>(list: T[]) => list.map((x) => ({ ...x, value: mask(x.value) }))
  return {
    ...(identifier.ssn && { ssn: mask(identifier.ssn) }),
    mrns: named(identifier.mrns),
    memberIds: named(identifier.memberIds),
    other: named(identifier.other),
  }
}

/** A client as the API gives it: identifiers masked, unseen classes absent. */
export function presentClient(row: ClientRowWithNames, record: Partial<RecordClasses>, p: Principal) {
  const { demographic, identifier, ...rest } = record
  const { tags, ...plainDemographic } = demographic ?? {}
  return {
    id: row.id,
    kind: row.kind,
    groupId: row.group_id,
    groupName: row.group_name,
    facilityId: row.facility_id,
    facilityName: row.facility_name,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    displayName: displayName(record.contact),
    ...rest,
    ...(demographic && { demographic: plainDemographic, tags: tags ?? [] }),
    ...(identifier && { identifier: maskIdentifiers(identifier) }),
    access: { write: row.writable && p.permissions.has('clients:write'), classes: p.fieldClasses },
  }
}

/** A line of the list: what a person is recognised by. */
export function presentSummary(row: ClientRow, record: Partial<RecordClasses>) {
  const phone = record.contact?.phones.find((x) => x.use !== 'fax' && x.use !== 'old')?.value
  return {
    id: row.id,
    kind: row.kind,
    displayName: displayName(record.contact),
    groupId: row.group_id,
    facilityId: row.facility_id,
    updatedAt: row.updated_at.toISOString(),
    ...(record.demographic?.birthDate && { birthDate: record.demographic.birthDate }),
    ...(record.demographic?.sex && { sex: record.demographic.sex }),
    ...(phone && { phone }),
    ...(record.demographic && { tags: record.demographic.tags }),
  }
}
