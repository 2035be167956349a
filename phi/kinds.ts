/**
 * What is looked for: the identifiers that Safe Harbor (45 CFR 164.514(b)(2)(i)) lists as (A) to (R), and words of health.
 */
export type IdentifierKind =
  | 'name'
  | 'address'
  | 'place'
  | 'zip'
  | 'birth-date'
  | 'date'
  | 'age'
  | 'phone'
  | 'fax'
  | 'email'
  | 'ssn'
  | 'mrn'
  | 'member-id'
  | 'account'
  | 'licence'
  | 'npi'
  | 'dea'
  | 'vehicle'
  | 'device'
  | 'url'
  | 'ip'
  | 'biometric'
  | 'photo'
  | 'other-id'

export type HealthKind = 'diagnosis-code' | 'health-term'
export type Kind = IdentifierKind | HealthKind

/**
 * - `identifier`: of a person, who may well be a patient;
 * - `weak`: an identifier that probably belongs to staff, an office or a machine, or a mere mention;
 * - `health`: no identifier, but what makes one PHI.
 */
export type Level = 'identifier' | 'weak' | 'health'

/** Where something is and why it was reported. Never holds the text itself. */
export interface Finding {
  kind: Kind
  /** UTF-16 offsets into the text as given, end exclusive. */
  start: number
  end: number
  /** 0 to 1. From 0.5 on it is worth somebody's attention. */
  confidence: number
  /** In a technician's words; never repeats the value. */
  reason: string
  level: Level
  /** Set where the words around it say whose it is. */
  of?: 'patient' | undefined
  /** Words of health or care stand near. */
  inCare?: true | undefined
}

/** The paragraph of 45 CFR 164.514(b)(2)(i) that lists the kind. */
export const SAFE_HARBOR: Record<IdentifierKind, string> = {
  name: 'A',
  address: 'B',
  place: 'B',
  zip: 'B',
  'birth-date': 'C',
  date: 'C',
  age: 'C',
  phone: 'D',
  fax: 'E',
  email: 'F',
  ssn: 'G',
  mrn: 'H',
  'member-id': 'I',
  account: 'J',
  licence: 'K',
  npi: 'K',
  dea: 'K',
  vehicle: 'L',
  device: 'M',
  url: 'N',
  ip: 'O',
  biometric: 'P',
  photo: 'Q',
  'other-id': 'R',
}

/** Every kind there is. */
export const KINDS = [
  ...(Object.keys(SAFE_HARBOR) as IdentifierKind[]),
  'diagnosis-code',
  'health-term',
] as const satisfies readonly Kind[]
