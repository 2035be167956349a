import type { Finding, Kind } from './kinds.ts'

/** What names one person, nearly everywhere, by itself. */
const STRONG: ReadonlySet<Kind> = new Set(['ssn', 'mrn', 'member-id', 'birth-date'])
/** What leads to a person, and is PHI beside words of health. */
const PERSONAL: ReadonlySet<Kind> = new Set([
  'name',
  'address',
  'phone',
  'email',
  'account',
  'licence',
  'vehicle',
  'device',
  'url',
  'ip',
  'biometric',
  'photo',
  'other-id',
  'age',
])
/** What tells of somebody's affairs with you, where a name stands beside it. */
const BELONGING: ReadonlySet<Kind> = new Set([
  'address',
  'account',
  'age',
  'licence',
  'vehicle',
  'device',
  'other-id',
])
/** How far apart, in UTF-16 units, they still belong together. */
const NEAR = 250
const STRONG_FROM = 0.6
const PERSONAL_FROM = 0.5
/** How far apart, in UTF-16 units, a person and words of health still belong together. */
const REACH = 2_000

export interface Verdict {
  suspected: boolean
  /** For a technician; never repeats a value. */
  why: string
}

const WORDS: Partial<Record<Kind, string>> = {
  ssn: 'a Social Security number',
  mrn: 'a medical record number',
  'member-id': "a health plan member's number",
  'birth-date': 'a date of birth',
  name: 'a name',
  address: 'an address',
  phone: 'a phone number',
  email: 'a mail address',
  account: 'an account number',
  licence: 'a licence number',
  vehicle: 'a vehicle number',
  device: "a device's number",
  url: "a link to somebody's data",
  ip: "somebody's network address",
  biometric: 'what a biometric is kept under',
  photo: 'a picture of somebody',
  'other-id': 'a claim, visit or specimen number',
  age: 'an age over 89',
}

/** Judges a text from its findings as they come, in order of place. */
export class Judge {
  #verdict: Verdict = { suspected: false, why: 'Nothing in it leads to a patient.' }
  #person: Finding | undefined
  #health: Finding | undefined
  #name: Finding | undefined
  #belonging: Finding | undefined

  add(finding: Finding): void {
    if (this.#verdict.suspected) return
    if (finding.level === 'health') this.#health = finding
    else if (finding.level === 'identifier') this.#addIdentifier(finding)
    this.#meet()
  }

  get verdict(): Verdict {
    return this.#verdict
  }

  #addIdentifier(finding: Finding): void {
    const { kind, confidence } = finding
    if (STRONG.has(kind) && confidence >= STRONG_FROM) this.#suspect(`It holds ${WORDS[kind]}.`)
    else if (finding.of === 'patient' && confidence >= PERSONAL_FROM)
      this.#suspect('It names somebody as a patient or as one of your clients.')
    else if (PERSONAL.has(kind) && confidence >= PERSONAL_FROM) {
      this.#person = finding
      if (kind === 'name') this.#name = finding
      else if (BELONGING.has(kind)) this.#belonging = finding
      if (finding.inCare)
        this.#suspect(`It holds ${WORDS[kind] ?? 'an identifier'} near words of health or care.`)
    }
  }

  #meet(): void {
    if (this.#name && this.#belonging && Math.abs(this.#name.start - this.#belonging.start) <= NEAR)
      this.#suspect(`It holds a name beside ${WORDS[this.#belonging.kind] ?? 'an identifier'}.`)
    if (!this.#person || !this.#health) return
    if (Math.abs(this.#person.start - this.#health.start) <= REACH)
      this.#suspect(`It holds ${WORDS[this.#person.kind] ?? 'an identifier'} near words of health.`)
  }

  #suspect(why: string): void {
    if (!this.#verdict.suspected) this.#verdict = { suspected: true, why }
  }
}

/**
 * Whether a text should be handled as PHI: it holds an identifier that names one person, or somebody's identifier
 * together with words of health, or it names a patient. An office's phone number or the signature of staff is neither.
 */
export function suspects(findings: Iterable<Finding>): Verdict {
  const judge = new Judge()
  for (const finding of findings) judge.add(finding)
  return judge.verdict
}
