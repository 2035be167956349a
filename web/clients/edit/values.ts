import type { Client, RecordClass } from '../queries.ts'
import { type NameValues, nameValues, toName } from './names.ts'
import {
  type AddressValues,
  addressesOf,
  filled,
  type Point,
  pointsOf,
  toAddresses,
  toPoints,
} from './points.ts'

/** The classes that are edited in the plain: identifiers have a form of their own, since they are masked. */
export type PlainClass = Exclude<RecordClass, 'identifier'>

/** The record as one form's values. */
export interface Values {
  organisationName: string
  name: NameValues
  phones: Point[]
  emails: Point[]
  addresses: AddressValues[]
  language: string
  preferredContact: string
  birthDate: string
  sex: string
  genderIdentity: string
  maritalStatus: string
  race: string
  ethnicity: string
  deceased: string
  tags: string[]
  clinicalSummary: string
  payer: string
  plan: string
  financialSummary: string
}

/** The fields of each class, with the words for them. */
export const FIELDS: Record<PlainClass, Partial<Record<keyof Values, string>>> = {
  contact: {
    organisationName: 'name',
    name: 'name',
    phones: 'telephones',
    emails: 'e-mail addresses',
    addresses: 'addresses',
    language: 'language',
    preferredContact: 'preferred contact',
  },
  demographic: {
    birthDate: 'birth date',
    sex: 'sex',
    genderIdentity: 'gender identity',
    maritalStatus: 'marital status',
    race: 'race',
    ethnicity: 'ethnicity',
    deceased: 'deceased',
    tags: 'tags',
  },
  clinical: { clinicalSummary: 'summary' },
  financial: { payer: 'payer', plan: 'plan', financialSummary: 'notes' },
}

export const valuesOf = ({ contact, demographic: d, clinical, financial, tags }: Client): Values => ({
  organisationName: contact?.organisationName ?? '',
  name: nameValues(contact?.names[0]),
  phones: pointsOf(contact?.phones),
  emails: pointsOf(contact?.emails),
  addresses: addressesOf(contact?.addresses),
  language: contact?.language ?? '',
  preferredContact: contact?.preferredContact ?? '',
  birthDate: d?.birthDate ?? '',
  sex: d?.sex ?? '',
  genderIdentity: d?.genderIdentity ?? '',
  maritalStatus: d?.maritalStatus ?? '',
  race: d?.race ?? '',
  ethnicity: d?.ethnicity ?? '',
  deceased: d?.deceased ?? '',
  tags: tags ?? [],
  clinicalSummary: clinical?.summary ?? '',
  payer: financial?.payer ?? '',
  plan: financial?.plan ?? '',
  financialSummary: financial?.summary ?? '',
})

/** The body of the change of one class: the API replaces a class whole, so all of it is sent. */
export function toBody(c: Client, cls: PlainClass, v: Values): object {
  if (cls === 'contact') {
    const [first, ...others] = c.contact?.names ?? []
    return {
      contact: {
        ...filled({ language: v.language, preferredContact: v.preferredContact }),
        ...(c.kind === 'organisation' && filled({ organisationName: v.organisationName })),
        names: c.kind === 'organisation' ? (c.contact?.names ?? []) : [toName(first, v.name), ...others],
        phones: toPoints(v.phones),
        emails: toPoints(v.emails),
        addresses: toAddresses(v.addresses),
      },
    }
  }
  if (cls === 'demographic') {
    const { birthDate, sex, genderIdentity, maritalStatus, race, ethnicity, deceased } = v
    return {
      demographic: filled({ birthDate, sex, genderIdentity, maritalStatus, race, ethnicity, deceased }),
      tags: v.tags,
    }
  }
  if (cls === 'clinical') return { clinical: filled({ summary: v.clinicalSummary }) }
  return { financial: filled({ payer: v.payer, plan: v.plan, summary: v.financialSummary }) }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Fields of a class that differ, in words. */
export const differences = (cls: PlainClass, a: Values, b: Values): string[] =>
  Object.entries(FIELDS[cls]).flatMap(([key, label]) =>
    same(a[key as keyof Values], b[key as keyof Values]) ? [] : [label],
  )

/** What somebody typed, upon what somebody else saved meanwhile: fields that were not touched become theirs. */
export function merge(base: Values, mine: Values, theirs: Values): Values {
  const keys = Object.keys(base) as (keyof Values)[]
  return Object.fromEntries(
    keys.map((k) => [k, same(mine[k], base[k]) ? theirs[k] : mine[k]]),
  ) as unknown as Values
}
