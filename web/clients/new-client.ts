/** The values of the form for a new client. */
export interface NewClient {
  kind: 'person' | 'organisation'
  given: string
  family: string
  organisationName: string
  birthDate: string
  sex: string | null
  phone: string
  email: string
  ssn: string
  mrn: string
  groupId: string | null
  facilityId: string | null
}

export const EMPTY: NewClient = {
  kind: 'person',
  given: '',
  family: '',
  organisationName: '',
  birthDate: '',
  sex: null,
  phone: '',
  email: '',
  ssn: '',
  mrn: '',
  groupId: null,
  facilityId: null,
}

/** The API's names of the fields, as the form has them. */
export const NEW_FIELDS: Record<string, string> = {
  'contact.phones.0.value': 'phone',
  'contact.emails.0.value': 'email',
  'contact.names': 'family',
  'contact.names.0': 'family',
  'contact.organisationName': 'organisationName',
  'identifier.ssn': 'ssn',
  'identifier.mrns.0.value': 'mrn',
  'demographic.birthDate': 'birthDate',
}

/** What is sent: classes that the person may write, and in them what was filled in. */
export function newBody(v: NewClient, writes: { demographic: boolean; identifier: boolean }) {
  const person = v.kind === 'person'
  const [family, ssn, mrn] = [v.family.trim(), person ? v.ssn.trim() : '', v.mrn.trim()]
  const name = {
    use: 'official' as const,
    given: v.given.split(/\s+/).filter(Boolean),
    ...(family && { family }),
  }
  return {
    kind: v.kind,
    groupId: v.groupId!,
    facilityId: v.facilityId,
    contact: {
      names: person ? [name] : [],
      ...(!person && { organisationName: v.organisationName.trim() }),
      phones: v.phone.trim() ? [{ value: v.phone.trim() }] : [],
      emails: v.email.trim() ? [{ value: v.email.trim() }] : [],
    },
    ...(writes.demographic &&
      person &&
      (v.birthDate || v.sex) && {
        demographic: {
          ...(v.birthDate && { birthDate: v.birthDate }),
          ...(v.sex && { sex: v.sex as 'female' | 'male' | 'other' | 'unknown' }),
        },
      }),
    ...(writes.identifier &&
      (ssn || mrn) && { identifier: { ...(ssn && { ssn }), mrns: mrn ? [{ value: mrn }] : [] } }),
  }
}
