import type { Client, RecordClass } from './queries.ts'

/** The record as one form's values. What the form does not show is kept from the client when it is sent. */
export interface Values {
  organisationName: string
  given: string
  family: string
  phones: string[]
  emails: string[]
  street: string
  city: string
  state: string
  postalCode: string
  language: string
  preferredContact: string
  birthDate: string
  sex: string
  genderIdentity: string
  maritalStatus: string
  tags: string[]
  ssn: string
  mrns: string[]
  memberIds: string[]
  clinicalSummary: string
  payer: string
  plan: string
  financialSummary: string
}

export function valuesOf(c: Client): Values {
  const name = c.contact?.names[0]
  const address = c.contact?.addresses[0]
  return {
    organisationName: c.contact?.organisationName ?? '',
    given: name?.given.join(' ') ?? '',
    family: name?.family ?? '',
    phones: c.contact?.phones.map((p) => p.value) ?? [],
    emails: c.contact?.emails.map((e) => e.value) ?? [],
    street: address?.line.join(', ') ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    postalCode: address?.postalCode ?? '',
    language: c.contact?.language ?? '',
    preferredContact: c.contact?.preferredContact ?? '',
    birthDate: c.demographic?.birthDate ?? '',
    sex: c.demographic?.sex ?? '',
    genderIdentity: c.demographic?.genderIdentity ?? '',
    maritalStatus: c.demographic?.maritalStatus ?? '',
    tags: c.tags ?? [],
    ssn: '',
    mrns: [],
    memberIds: [],
    clinicalSummary: c.clinical?.summary ?? '',
    payer: c.financial?.payer ?? '',
    plan: c.financial?.plan ?? '',
    financialSummary: c.financial?.summary ?? '',
  }
}

/** An object without its empty texts. */
const given = <T extends object>(o: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(o).filter(([, v]) => v !== '' && v !== undefined && v !== null),
  ) as Partial<T>

/** The body of the change of one class. The API replaces a class whole, so what the form leaves out is carried over. */
export function toBody(c: Client, cls: RecordClass, v: Values): object {
  if (cls === 'contact') {
    const [name, ...names] = c.contact?.names ?? []
    const [address, ...addresses] = c.contact?.addresses ?? []
    const kept = <T extends { value: string }>(list: T[] | undefined, values: string[]) =>
      values.map((value) => list?.find((x) => x.value === value) ?? { value })
    const line = v.street === address?.line.join(', ') ? address.line : v.street ? [v.street] : []
    const changed = {
      ...address,
      line,
      ...{ city: undefined, state: undefined, postalCode: undefined },
      ...given({ city: v.city, state: v.state, postalCode: v.postalCode }),
    }
    const hasAddress = line.length > 0 || v.city || v.state || v.postalCode
    const { family: _, ...rest } = name ?? { given: [] }
    return {
      contact: given({
        ...c.contact,
        organisationName: v.organisationName,
        names:
          c.kind === 'organisation'
            ? (c.contact?.names ?? [])
            : [
                { ...rest, given: v.given.split(/\s+/).filter(Boolean), ...given({ family: v.family }) },
                ...names,
              ],
        phones: kept(c.contact?.phones, v.phones),
        emails: kept(c.contact?.emails, v.emails),
        addresses: hasAddress ? [given(changed), ...addresses] : addresses,
        language: v.language,
        preferredContact: v.preferredContact,
      }),
    }
  }
  if (cls === 'demographic')
    return {
      demographic: given({
        ...c.demographic,
        birthDate: v.birthDate,
        sex: v.sex,
        genderIdentity: v.genderIdentity,
        maritalStatus: v.maritalStatus,
      }),
      tags: v.tags,
    }
  if (cls === 'identifier')
    return {
      identifier: {
        ...given({ ssn: v.ssn }),
        mrns: v.mrns.map((value) => ({ value })),
        memberIds: v.memberIds.map((value) => ({ value })),
        other: [],
      },
    }
  if (cls === 'clinical') return { clinical: given({ summary: v.clinicalSummary }) }
  return { financial: given({ payer: v.payer, plan: v.plan, summary: v.financialSummary }) }
}
