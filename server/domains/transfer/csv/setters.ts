import type { Draft } from './assemble.ts'
import { nameProblem, splitName } from './names.ts'
import type { RowOptions } from './row-options.ts'
import { language, preferredContact, sex, yesNo } from './values/codes.ts'
import { date } from './values/date.ts'
import { email, postalCode, ssn } from './values/identifiers.ts'
import { phone } from './values/phone.ts'
import { block, isPlaceholder, line, type Read } from './values/text.ts'

type Outcome = { problem?: string; warning?: string } | undefined
type Setter = (draft: Draft, text: string, options: RowOptions) => Outcome

type TextKey = { [K in keyof Draft]-?: Draft[K] extends string | undefined ? K : never }[keyof Draft]

/** One line of text as it is. Names and the like may well be "None". */
const name =
  (key: TextKey, max: number): Setter =>
  (draft, text) => {
    const read = line(text, max)
    if (read.value !== undefined) draft[key] = read.value as never
    return read.problem ? read : undefined
  }

/** A field where "n/a" and the like mean nothing. */
const unlessPlaceholder =
  (setter: Setter): Setter =>
  (draft, text, options) =>
    isPlaceholder(text) ? undefined : setter(draft, text, options)

const text = (key: TextKey, max: number): Setter => unlessPlaceholder(name(key, max))

const read = <K extends keyof Draft>(
  key: K,
  from: (text: string, options: RowOptions) => Read<Draft[K]>,
): Setter =>
  unlessPlaceholder((draft, value, options) => {
    const result = from(value, options)
    if (result.value !== undefined) draft[key] = result.value as Draft[K]
    return result
  })

const paragraphs = (key: TextKey, max: number) => read(key, (value) => block(value, max) as Read<never>)

const phones = (use?: 'home' | 'work' | 'mobile' | 'fax'): Setter =>
  unlessPlaceholder((draft, value, options) => {
    let outcome: Outcome
    for (const part of several(value)) {
      const result = phone(part, options.region)
      if (result.problem) return result
      draft.phones ??= []
      if (draft.phones.length >= 20) return { problem: 'makes more than 20 telephone numbers' }
      draft.phones.push(use ? { use, value: result.value! } : { value: result.value! })
      if (result.warning) outcome = result
    }
    return outcome
  })

const emails = (use?: 'work'): Setter =>
  unlessPlaceholder((draft, value) => {
    for (const part of several(value)) {
      const result = email(part)
      if (result.problem) return result
      draft.emails ??= []
      if (draft.emails.length >= 20) return { problem: 'makes more than 20 e-mail addresses' }
      draft.emails.push(use ? { use, value: result.value! } : { value: result.value! })
    }
    return undefined
  })

/** Cells that hold more than one number or address, apart by `;` or `|`. */
const several = (text: string): string[] =>
  text.includes(';') && !text.includes(';ext=')
    ? parts(text, ';')
    : text.includes('|')
      ? parts(text, '|')
      : [text]
const parts = (text: string, by: string) =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean)

const fullName = (key: 'fullName' | 'emergencyName' | 'guardianName'): Setter => {
  return (draft, value) => {
    const clean = line(value, 300)
    if (clean.value === undefined) return clean
    const split = splitName(clean.value)
    const problem = nameProblem(split)
    if (problem) return { problem }
    draft[key] = split
    return undefined
  }
}

const deceased = (value: string, options: RowOptions): Read<string> => {
  const said = yesNo(value)
  if (said !== undefined) return said ? { value: 'true' } : {}
  return date(value, options.dateOrder, options.today)
}

const tags = (value: string): Read<string[]> => {
  const found = [...new Set(value.split(/[;|,]/).map((tag) => tag.trim().replace(/\s+/g, ' ')))].filter(
    Boolean,
  )
  if (found.some((tag) => tag.length > 60)) return { problem: 'has a tag longer than 60 characters' }
  if (found.length > 50) return { problem: 'has more than 50 tags' }
  const unclean = found.map((tag) => line(tag, 60).problem).find(Boolean)
  return unclean ? { problem: unclean } : { value: found }
}

const kind = (value: string): Read<'person' | 'organisation'> => {
  const lower = value.toLowerCase()
  if (/^(person|patient|individual|p|i)$/.test(lower)) return { value: 'person' }
  if (/^(organi[sz]ation|company|practice|business|o|c)$/.test(lower)) return { value: 'organisation' }
  return { problem: 'is not person or organisation' }
}

const country: Setter = unlessPlaceholder((draft, value) => {
  const result = line(/^(us|usa|u\.s\.a?\.?|united states( of america)?)$/i.test(value) ? 'US' : value, 60)
  if (result.value !== undefined) draft.country = result.value
  return result.problem ? result : undefined
})

/** How each import field reads its cell into the draft. Has every name in `IMPORT_FIELDS`. */
export const SETTERS: Record<string, Setter> = {
  kind: read('kind', kind),
  fullName: fullName('fullName'),
  family: name('family', 100),
  given: name('given', 100),
  middle: name('middle', 100),
  prefix: name('prefix', 40),
  suffix: name('suffix', 40),
  nickname: text('nickname', 100),
  maidenName: text('maidenName', 100),
  organisationName: name('organisationName', 300),
  phone: phones(),
  phoneHome: phones('home'),
  phoneMobile: phones('mobile'),
  phoneWork: phones('work'),
  fax: phones('fax'),
  email: emails(),
  emailWork: emails('work'),
  addressLine1: text('addressLine1', 200),
  addressLine2: text('addressLine2', 200),
  city: text('city', 100),
  state: text('state', 100),
  postalCode: read('postalCode', postalCode),
  country,
  language: read('language', language),
  preferredContact: (draft, value) => {
    const result = preferredContact(value)
    if (result.value) draft.preferredContact = result.value
    return result
  },
  emergencyName: unlessPlaceholder(fullName('emergencyName')),
  emergencyRelationship: text('emergencyRelationship', 100),
  emergencyPhone: read('emergencyPhone', (value, options) => phone(value, options.region)),
  guardianName: unlessPlaceholder(fullName('guardianName')),
  guardianRelationship: text('guardianRelationship', 100),
  guardianPhone: read('guardianPhone', (value, options) => phone(value, options.region)),
  guardianEmail: read('guardianEmail', email),
  birthDate: read('birthDate', (value, options) => date(value, options.dateOrder, options.today)),
  sex: (draft, value) => {
    const result = sex(value)
    if (result.value) draft.sex = result.value
    return isPlaceholder(value) ? undefined : result
  },
  genderIdentity: text('genderIdentity', 100),
  maritalStatus: text('maritalStatus', 60),
  race: text('race', 200),
  ethnicity: text('ethnicity', 200),
  deceased: read('deceased', deceased),
  tags: read('tags', tags),
  ssn: read('ssn', ssn),
  mrn: text('mrn', 100),
  memberId: text('memberId', 100),
  otherId: text('otherId', 100),
  payer: text('payer', 300),
  plan: text('plan', 300),
  financialSummary: paragraphs('financialSummary', 10_000),
  clinicalSummary: paragraphs('clinicalSummary', 50_000),
}
