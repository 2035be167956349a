import {
  type AddressAnswer,
  type Answer,
  type Answers,
  type Definition,
  faultOf,
  type Prefill,
} from '../../../forms/index.ts'
import type { RecordClass, RecordClasses } from '../clients/index.ts'

type Record_ = Partial<RecordClasses>

const nameOf = ({ contact }: Record_) => contact?.names.find((n) => n.use === 'official') ?? contact?.names[0]
const phoneAt = ({ contact }: Record_) =>
  contact?.phones.findIndex((p) => p.use !== 'fax' && p.use !== 'old') ?? -1

function addressOf({ contact }: Record_): AddressAnswer | undefined {
  const found = contact?.addresses.find((a) => a.use !== 'old')
  if (!found) return undefined
  const { line, city, state, postalCode, country } = found
  return {
    ...(line[0] && { line: line[0] }),
    ...(line.length > 1 && { line2: line.slice(1).join(', ') }),
    ...(city && { city }),
    ...(state && { state }),
    ...(postalCode && { postalCode }),
    ...(country && { country }),
  }
}

/** What a record says, as the answer of a form would. */
const READ: Record<Prefill, (record: Record_) => Answer | undefined> = {
  'given-name': (r) => nameOf(r)?.given.join(' ') || undefined,
  'family-name': (r) => nameOf(r)?.family,
  'birth-date': (r) => r.demographic?.birthDate,
  sex: (r) => r.demographic?.sex,
  phone: (r) => r.contact?.phones[phoneAt(r)]?.value,
  email: (r) => r.contact?.emails.find((e) => e.use !== 'old')?.value,
  address: addressOf,
  language: (r) => r.contact?.language,
  'member-id': (r) => r.identifier?.memberIds[0]?.value,
  payer: (r) => r.financial?.payer,
  plan: (r) => r.financial?.plan,
}

/** What the record says about a form's questions, by question; only what would be an answer to them. */
export function prefilledBy(definition: Definition, record: Record_): Answers {
  const out: Answers = {}
  for (const field of definition.fields) {
    const value = field.prefill && READ[field.prefill](record)
    if (value !== undefined && !faultOf(field, value)) out[field.id] = value
  }
  return out
}

export const recordSays = (record: Record_, prefill: Prefill): Answer | undefined => READ[prefill](record)

const words = (text: string) => text.trim().split(/\s+/)
const comparable = (value: unknown): string =>
  typeof value === 'string'
    ? words(value).join(' ').toLowerCase()
    : JSON.stringify(
        Object.entries(value as object)
          .filter(([, v]) => v)
          .map(([k, v]) => [k, comparable(v)])
          .sort(),
      )
/** Whether an answer says something else than the record does. */
export const differs = (before: Answer | undefined, after: Answer): boolean =>
  before === undefined || comparable(before) !== comparable(after)

const EMPTY_CONTACT: RecordClasses['contact'] = { names: [], phones: [], emails: [], addresses: [] }
const putAt = <T>(list: readonly T[], at: number, value: T): T[] =>
  at >= 0 ? list.with(at, value) : [...list, value]

function changeName(record: Record_, change: { given?: string[]; family?: string }): Record_ {
  const contact = record.contact ?? EMPTY_CONTACT
  const old = nameOf(record)
  const name = { ...(old ?? { given: [] }), ...change }
  return { contact: { ...contact, names: putAt(contact.names, old ? contact.names.indexOf(old) : -1, name) } }
}

function changeAddress(record: Record_, given: AddressAnswer): Record_ {
  const contact = record.contact ?? EMPTY_CONTACT
  const at = contact.addresses.findIndex((a) => a.use !== 'old')
  const { line, line2, ...rest } = given
  const address = {
    ...(at >= 0 && contact.addresses[at]!.use && { use: contact.addresses[at]!.use }),
    ...rest,
    line: [line, line2].filter((l): l is string => Boolean(l?.trim())),
  }
  return { contact: { ...contact, addresses: putAt(contact.addresses, at, address) } }
}

/** The classes of a record as they are once it says what was answered. */
export function recordWith(record: Record_, prefill: Prefill, answer: Answer): Record_ {
  const contact = record.contact ?? EMPTY_CONTACT
  const said = typeof answer === 'string' ? answer.trim() : ''
  switch (prefill) {
    case 'given-name':
      return changeName(record, { given: words(said) })
    case 'family-name':
      return changeName(record, { family: said })
    case 'birth-date':
      return { demographic: { tags: [], ...record.demographic, birthDate: said } }
    case 'sex':
      return { demographic: { tags: [], ...record.demographic, sex: said as 'other' } }
    case 'phone': {
      const at = phoneAt(record)
      return {
        contact: { ...contact, phones: putAt(contact.phones, at, { ...contact.phones[at], value: said }) },
      }
    }
    case 'email': {
      const at = contact.emails.findIndex((e) => e.use !== 'old')
      return {
        contact: { ...contact, emails: putAt(contact.emails, at, { ...contact.emails[at], value: said }) },
      }
    }
    case 'address':
      return changeAddress(record, answer as AddressAnswer)
    case 'language':
      return { contact: { ...contact, language: said } }
    case 'member-id': {
      const identifier = record.identifier ?? { mrns: [], memberIds: [], other: [] }
      const memberIds = putAt(identifier.memberIds, identifier.memberIds.length ? 0 : -1, {
        ...identifier.memberIds[0],
        value: said,
      })
      return { identifier: { ...identifier, memberIds } }
    }
    case 'payer':
      return { financial: { ...record.financial, payer: said } }
    case 'plan':
      return { financial: { ...record.financial, plan: said } }
  }
}

/** Record classes among the classes of answers. */
export const isRecordClass = (cls: string): cls is RecordClass => cls !== 'note'
