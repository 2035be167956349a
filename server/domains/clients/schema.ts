import { z } from 'zod'

/**
 * The shape of a client's record, one object per field class. A class is sealed as one ciphertext, so what
 * a role may not see is never decrypted. Lengths are bounded here once, for the API, imports and the UI.
 */

const short = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) => z.string().trim().max(max).optional()

/** A calendar date, `YYYY-MM-DD`; FHIR's partial dates (`YYYY`, `YYYY-MM`) are kept as they came. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be a date as YYYY-MM-DD')

export const HumanName = z
  .object({
    use: z.enum(['official', 'usual', 'maiden', 'nickname', 'old', 'anonymous', 'temp']).optional(),
    prefix: optionalText(40),
    given: z.array(short(100)).max(10).default([]),
    family: optionalText(100),
    suffix: optionalText(40),
    text: optionalText(300),
  })
  .refine((n) => Boolean(n.family || n.given.length || n.text), 'a name needs a given or family name')

/** Telephone in E.164 where it could be parsed (`+15559079875`); otherwise what came, kept as text. */
export const Phone = z.object({
  use: z.enum(['home', 'work', 'mobile', 'fax', 'old']).optional(),
  value: short(40),
})
export const Email = z.object({
  use: z.enum(['home', 'work', 'old']).optional(),
  value: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address'),
})
export const Address = z.object({
  use: z.enum(['home', 'work', 'temp', 'old', 'billing']).optional(),
  line: z.array(short(200)).max(5).default([]),
  city: optionalText(100),
  state: optionalText(100),
  postalCode: optionalText(20),
  country: optionalText(60),
})

export const ContactClass = z.object({
  names: z.array(HumanName).max(10).default([]),
  organisationName: optionalText(300),
  phones: z.array(Phone).max(20).default([]),
  emails: z.array(Email).max(20).default([]),
  addresses: z.array(Address).max(10).default([]),
  /** BCP 47 */
  language: optionalText(35),
  preferredContact: z.enum(['phone', 'sms', 'email', 'post', 'portal', 'none']).optional(),
})

export const DemographicClass = z.object({
  birthDate: PartialDate.optional(),
  sex: z.enum(['female', 'male', 'other', 'unknown']).optional(),
  genderIdentity: optionalText(100),
  maritalStatus: optionalText(60),
  race: optionalText(200),
  ethnicity: optionalText(200),
  deceased: z.string().trim().max(40).optional(),
  /** Labels such as "high risk" tell about a person: they are sealed, and found through the blind index. */
  tags: z.array(short(60)).max(50).default([]),
})

export const NamedIdentifier = z.object({ system: optionalText(300), value: short(100) })
export const IdentifierClass = z.object({
  ssn: z
    .string()
    .trim()
    .regex(/^\d{3}-?\d{2}-?\d{4}$/, 'must be a Social Security number')
    .transform((s) => s.replaceAll('-', ''))
    .optional(),
  mrns: z.array(NamedIdentifier).max(20).default([]),
  memberIds: z.array(NamedIdentifier).max(20).default([]),
  other: z
    .array(NamedIdentifier.extend({ type: optionalText(100) }))
    .max(50)
    .default([]),
})
export const ClinicalClass = z.object({ summary: optionalText(50_000) })
export const FinancialClass = z.object({
  payer: optionalText(300),
  plan: optionalText(300),
  summary: optionalText(10_000),
})

export { FIELD_CLASSES, type FieldClass } from '../../platform/policy/field-classes.ts'

/** The classes that make up the record itself; notes are rows of their own. */
export const RecordClasses = z.object({
  contact: ContactClass,
  demographic: DemographicClass.optional(),
  identifier: IdentifierClass.optional(),
  clinical: ClinicalClass.optional(),
  financial: FinancialClass.optional(),
})
export type RecordClasses = z.infer<typeof RecordClasses>
export type RecordClass = keyof RecordClasses

export const ClientKind = z.enum(['person', 'organisation'])
export type ClientKind = z.infer<typeof ClientKind>

export const ContactPerson = z.object({
  name: HumanName,
  relationship: optionalText(100),
  phones: z.array(Phone).max(20).default([]),
  emails: z.array(Email).max(20).default([]),
  addresses: z.array(Address).max(10).default([]),
  isGuardian: z.boolean().default(false),
  isEmergency: z.boolean().default(false),
})
export type ContactPerson = z.infer<typeof ContactPerson>
