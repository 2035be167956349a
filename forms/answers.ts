import { isAnswered, shownFields } from './conditions.ts'
import { type Answer, type Answers, type Definition, type Field, isQuestion } from './types.ts'

/** What is wrong with an answer. A code, and the bound that it passes; never the answer. */
export type Fault =
  | { code: 'required' | 'unknown' | 'wrong-kind' | 'no-option' | 'bad-date' | 'bad-email' | 'bad-phone' }
  | { code: 'bad-signature' | 'address-incomplete' | 'no-file' }
  | { code: 'too-long' | 'too-small' | 'too-large' | 'too-many'; bound: number }
  | { code: 'too-early' | 'too-late'; bound: string }
export type FieldFault = Fault & { field: string }

/** Where a field says no other. */
export const LONGEST = { text: 500, 'long-text': 10_000, identifier: 100, phone: 40, email: 254 } as const
export const MOST_FILES = 10
/** A drawn signature: a PNG of 50 KB, in base64. */
export const LONGEST_SIGNATURE = 70_000
const PNG = /^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/
const EMAIL = /^[^\s@]+@[^\s@]+$/
const PHONE = /^[+0-9 ().\-/;ext=]{3,40}$/i
const NOT_TEXT = /[\p{Cs}\0]/u
const ADDRESS = { line: 200, line2: 200, city: 100, state: 100, postalCode: 20, country: 60 } as const

/** A day that there is, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** How long a field's text may be. */
export const longest = (field: Field): number => {
  const most = LONGEST[field.kind as keyof typeof LONGEST] ?? 500
  return Math.min(field.limits?.longest ?? most, most)
}
const mostOf = (field: Field, most: number) => Math.min(field.limits?.count ?? most, most)

function textFault(field: Field, answer: Answer): Fault | undefined {
  if (typeof answer !== 'string' || NOT_TEXT.test(answer)) return { code: 'wrong-kind' }
  if (answer.length > longest(field)) return { code: 'too-long', bound: longest(field) }
  return undefined
}

function numberFault({ limits }: Field, answer: Answer): Fault | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return { code: 'wrong-kind' }
  if (limits?.least !== undefined && answer < limits.least) return { code: 'too-small', bound: limits.least }
  if (limits?.most !== undefined && answer > limits.most) return { code: 'too-large', bound: limits.most }
  return undefined
}

function dateFault({ limits }: Field, answer: Answer): Fault | undefined {
  if (typeof answer !== 'string' || !isDay(answer)) return { code: 'bad-date' }
  if (limits?.from && answer < limits.from) return { code: 'too-early', bound: limits.from }
  if (limits?.to && answer > limits.to) return { code: 'too-late', bound: limits.to }
  return undefined
}

const isOption = (field: Field, value: unknown) => field.options?.some((o) => o.id === value) ?? false

function choicesFault(field: Field, answer: Answer): Fault | undefined {
  if (!Array.isArray(answer)) return { code: 'wrong-kind' }
  if (new Set(answer).size !== answer.length || answer.some((one) => !isOption(field, one)))
    return { code: 'no-option' }
  const most = mostOf(field, field.options?.length ?? 0)
  return answer.length > most ? { code: 'too-many', bound: most } : undefined
}

function addressFault(answer: Answer): Fault | undefined {
  if (typeof answer !== 'object' || Array.isArray(answer)) return { code: 'wrong-kind' }
  const parts = Object.entries(answer) as [keyof typeof ADDRESS, unknown][]
  for (const [name, value] of parts) {
    if (!Object.hasOwn(ADDRESS, name) || (value !== undefined && typeof value !== 'string'))
      return { code: 'wrong-kind' }
    if (value && value.length > ADDRESS[name]) return { code: 'too-long', bound: ADDRESS[name] }
    if (value && NOT_TEXT.test(value)) return { code: 'wrong-kind' }
  }
  return undefined
}

function signatureFault(answer: Answer): Fault | undefined {
  const fault = { code: 'bad-signature' } as const
  if (typeof answer !== 'object' || Array.isArray(answer)) return fault
  const { kind, text, png, ...rest } = answer as Record<string, unknown>
  if (Object.keys(rest).length) return fault
  if (kind === 'typed' && png === undefined && typeof text === 'string' && text.trim())
    return text.length <= 200 && !NOT_TEXT.test(text) ? undefined : fault
  if (kind === 'drawn' && text === undefined && typeof png === 'string')
    return png.length <= LONGEST_SIGNATURE && PNG.test(png) ? undefined : fault
  return fault
}

function filesFault(field: Field, answer: Answer): Fault | undefined {
  if (!Array.isArray(answer) || answer.some((one) => typeof one !== 'string')) return { code: 'wrong-kind' }
  if (new Set(answer).size !== answer.length) return { code: 'wrong-kind' }
  const most = mostOf(field, MOST_FILES)
  return answer.length > most ? { code: 'too-many', bound: most } : undefined
}

/** What is wrong with one answer, whatever the others are. */
export function faultOf(field: Field, answer: Answer): Fault | undefined {
  switch (field.kind) {
    case 'text':
    case 'long-text':
    case 'identifier':
      return textFault(field, answer)
    case 'phone':
      return (
        textFault(field, answer) ?? (PHONE.test(String(answer).trim()) ? undefined : { code: 'bad-phone' })
      )
    case 'email':
      return (
        textFault(field, answer) ?? (EMAIL.test(String(answer).trim()) ? undefined : { code: 'bad-email' })
      )
    case 'number':
      return numberFault(field, answer)
    case 'date':
      return dateFault(field, answer)
    case 'choice':
      return isOption(field, answer) ? undefined : { code: 'no-option' }
    case 'choices':
      return choicesFault(field, answer)
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : { code: 'wrong-kind' }
    case 'address':
      return addressFault(answer)
    case 'signature':
      return signatureFault(answer)
    case 'file':
      return filesFault(field, answer)
    case 'heading':
    case 'explanation':
      return { code: 'unknown' }
  }
}

/** An address that has some of its parts lacks the others that every address has. */
function isIncomplete(field: Field, answer: Answer): boolean {
  if (field.kind !== 'address' || typeof answer !== 'object' || Array.isArray(answer)) return false
  const { line, city, postalCode } = answer as Record<string, string | undefined>
  return !line?.trim() || !city?.trim() || !postalCode?.trim()
}

function unknownFaults(definition: Definition, answers: Answers): FieldFault[] {
  const known = new Set(definition.fields.filter(isQuestion).map((f) => f.id))
  return Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((field) => ({ field, code: 'unknown' }))
}

/** What can't be kept even as a draft: answers to no question, of the wrong kind, or past all bounds. */
export function draftFaults(definition: Definition, answers: Answers): FieldFault[] {
  const faults = unknownFaults(definition, answers)
  for (const field of definition.fields) {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined
    if (!isQuestion(field) || !isAnswered(answer)) continue
    const fault = faultOf(field, answer)
    if (fault && !UNFINISHED.has(fault.code)) faults.push({ field: field.id, ...fault })
  }
  return faults
}
/** Faults that somebody who is still writing may have. */
const UNFINISHED = new Set<Fault['code']>([
  'bad-date',
  'bad-email',
  'bad-phone',
  'too-small',
  'too-large',
  'too-early',
  'too-late',
  'too-many',
])

export interface Judged {
  /** The answers of the fields that are shown, without those that are empty. */
  answers: Answers
  faults: FieldFault[]
}

/** What is handed in: answers to hidden fields are dropped, and whatever is wrong or missing is named. */
export function judgeAnswers(definition: Definition, answers: Answers): Judged {
  const faults = unknownFaults(definition, answers)
  const shown = shownFields(definition, answers)
  const kept: Answers = {}
  for (const field of definition.fields) {
    if (!isQuestion(field) || !shown.has(field.id)) continue
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined
    if (!isAnswered(answer)) {
      if (field.required) faults.push({ field: field.id, code: 'required' })
      continue
    }
    const fault =
      faultOf(field, answer) ?? (isIncomplete(field, answer) ? { code: 'address-incomplete' } : undefined)
    if (fault) faults.push({ field: field.id, ...(fault as Fault) })
    else kept[field.id] = answer
  }
  return { answers: kept, faults }
}
