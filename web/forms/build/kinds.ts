import type { Definition, Field, FieldKind, Option, Prefill } from '../../../forms/index.ts'
import { isQuestion, PREFILL_RULES } from '../../../forms/index.ts'

export const KIND_WORDS: Record<FieldKind, string> = {
  text: 'Short text',
  'long-text': 'Long text',
  number: 'Number',
  date: 'Date',
  choice: 'One of several',
  choices: 'Any of several',
  'yes-no': 'Yes or no',
  phone: 'Telephone',
  email: 'E-mail',
  address: 'Address',
  identifier: 'Number or id',
  signature: 'Signature',
  file: 'Files or pictures',
  heading: 'Heading',
  explanation: 'Explanation',
}
export const PREFILL_WORDS: Record<Prefill, string> = {
  'given-name': 'First name',
  'family-name': 'Last name',
  'birth-date': 'Birth date',
  sex: 'Sex',
  phone: 'Telephone',
  email: 'E-mail',
  address: 'Address',
  language: 'Language',
  'member-id': 'Insurance member id',
  payer: 'Payer',
  plan: 'Insurance plan',
}

export const newId = (): string => `q${crypto.randomUUID().replaceAll('-', '').slice(0, 10)}`
export const newOption = (): Option => ({ id: newId(), label: { en: '' } })

/** A field as it begins; files and what is asked about health are clinical. */
export function newField(kind: FieldKind): Field {
  const field: Field = { id: newId(), kind, label: { en: '' } }
  if (!isQuestion(field)) return field
  return {
    ...field,
    class:
      kind === 'identifier'
        ? 'identifier'
        : kind === 'phone' || kind === 'email' || kind === 'address' || kind === 'signature'
          ? 'contact'
          : 'clinical',
    ...((kind === 'choice' || kind === 'choices') && { options: [newOption(), newOption()] }),
  }
}

const SEXES = [
  { id: 'female', label: { en: 'Female', es: 'Femenino' } },
  { id: 'male', label: { en: 'Male', es: 'Masculino' } },
  { id: 'other', label: { en: 'Other', es: 'Otro' } },
  { id: 'unknown', label: { en: 'I would rather not say', es: 'Prefiero no decirlo' } },
]

/** The field with what it takes from the record: its class follows, and so do the record's own options. */
export function prefilledFrom(field: Field, prefill: Prefill | undefined): Field {
  const { prefill: _, ...rest } = field
  if (!prefill) return rest
  return {
    ...rest,
    prefill,
    class: PREFILL_RULES[prefill].class,
    ...(prefill === 'sex' && { options: SEXES }),
  }
}

export const prefillsOf = (kind: FieldKind): Prefill[] =>
  (Object.keys(PREFILL_RULES) as Prefill[]).filter((p) => PREFILL_RULES[p].kinds.includes(kind))

/** The questions before a field: what its condition may ask about. */
export const questionsBefore = (definition: Pick<Definition, 'fields'>, index: number): Field[] =>
  definition.fields.slice(0, index).filter(isQuestion)
