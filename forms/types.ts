/** Words in English, and in Spanish where somebody wrote them. */
export interface Words {
  en: string
  es?: string | undefined
}

export const QUESTION_KINDS = [
  'text',
  'long-text',
  'number',
  'date',
  'choice',
  'choices',
  'yes-no',
  'phone',
  'email',
  'address',
  'identifier',
  'signature',
  'file',
] as const
/** What stands between questions and takes no answer. */
export const TEXT_KINDS = ['heading', 'explanation'] as const
export const FIELD_KINDS = [...QUESTION_KINDS, ...TEXT_KINDS] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]
export type FieldKind = (typeof FIELD_KINDS)[number]

/** The field classes of a record: who of the staff may read an answer. */
export const ANSWER_CLASSES = [
  'contact',
  'demographic',
  'identifier',
  'clinical',
  'financial',
  'note',
] as const
export type AnswerClass = (typeof ANSWER_CLASSES)[number]

/** What a test asks of an earlier answer. */
export const TESTS = ['answered', 'not-answered', 'equals', 'not-equals', 'contains'] as const
export interface Test {
  field: string
  is: (typeof TESTS)[number]
  /** An option's id, a text, a number, or yes or no; for `answered` and `not-answered` there is none. */
  value?: string | number | boolean | undefined
}
/** When a field is shown. */
export interface Condition {
  match: 'all' | 'any'
  tests: Test[]
}

export interface Option {
  id: string
  label: Words
}

/** Bounds of an answer; which of them count depends on the kind. */
export interface Limits {
  /** Characters of a text. */
  longest?: number | undefined
  /** Of a number. */
  least?: number | undefined
  most?: number | undefined
  /** Of a date: the first and the last day. */
  from?: string | undefined
  to?: string | undefined
  /** How many options or files. */
  count?: number | undefined
}

export interface Field {
  id: string
  kind: FieldKind
  label: Words
  help?: Words | undefined
  required?: boolean | undefined
  class?: AnswerClass | undefined
  limits?: Limits | undefined
  options?: Option[] | undefined
  prefill?: Prefill | undefined
  when?: Condition | undefined
}

/** What a form asks. */
export interface Definition {
  title: Words
  intro?: Words | undefined
  fields: Field[]
}

export interface AddressAnswer {
  line?: string | undefined
  line2?: string | undefined
  city?: string | undefined
  state?: string | undefined
  postalCode?: string | undefined
  country?: string | undefined
}
/** A name as it was typed, or a drawing as PNG, in base64. */
export type SignatureAnswer = { kind: 'typed'; text: string } | { kind: 'drawn'; png: string }
export type Answer = string | number | boolean | string[] | AddressAnswer | SignatureAnswer
/** Answers by the id of their field. */
export type Answers = Record<string, Answer>

/** What of a client's record may stand in a form already. */
export const PREFILLS = [
  'given-name',
  'family-name',
  'birth-date',
  'sex',
  'phone',
  'email',
  'address',
  'language',
  'member-id',
  'payer',
  'plan',
] as const
export type Prefill = (typeof PREFILLS)[number]

/** Which class each belongs to, and which kinds of fields take it. */
export const PREFILL_RULES: Record<Prefill, { class: AnswerClass; kinds: readonly FieldKind[] }> = {
  'given-name': { class: 'contact', kinds: ['text'] },
  'family-name': { class: 'contact', kinds: ['text'] },
  'birth-date': { class: 'demographic', kinds: ['date'] },
  sex: { class: 'demographic', kinds: ['choice'] },
  phone: { class: 'contact', kinds: ['phone'] },
  email: { class: 'contact', kinds: ['email'] },
  address: { class: 'contact', kinds: ['address'] },
  language: { class: 'contact', kinds: ['choice', 'text'] },
  'member-id': { class: 'identifier', kinds: ['identifier'] },
  payer: { class: 'financial', kinds: ['text'] },
  plan: { class: 'financial', kinds: ['text'] },
}

export const isQuestion = (field: Pick<Field, 'kind'>): boolean =>
  !(TEXT_KINDS as readonly string[]).includes(field.kind)

/** In the reader's language where there are such words. */
export const inLanguage = (words: Words, language: string): string =>
  (language === 'es' ? words.es : undefined) || words.en
