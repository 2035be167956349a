import { HashTable, hashWord } from '../text/hash.ts'
import { COMMON } from './common.ts'
import * as context from './context.ts'
import { GIVEN } from './given.ts'
import { SURNAMES } from './surnames.ts'

/** What a word may be; a word may be several. */
export const W = {
  given: 1 << 0,
  surname: 1 << 1,
  common: 1 << 2,
  month: 1 << 3,
  title: 1 << 4,
  providerTitle: 1 << 5,
  credential: 1 << 6,
  street: 1 << 7,
  stateCode: 1 << 8,
  stateName: 1 << 9,
  org: 1 << 10,
  infra: 1 << 11,
  kin: 1 << 12,
  patient: 1 << 13,
  city: 1 << 14,
  staff: 1 << 15,
  care: 1 << 16,
  particle: 1 << 17,
  closer: 1 << 18,
  unit: 1 << 19,
  direction: 1 << 20,
  personVerb: 1 << 21,
  thing: 1 << 22,
  serviceCue: 1 << 23,
  birthCue: 1 << 24,
  firstPerson: 1 << 25,
  implant: 1 << 26,
  assigner: 1 << 27,
  greeting: 1 << 28,
  webmail: 1 << 29,
  streetFirst: 1 << 30,
  /** Begins a phrase of `phrases.ts`. The sign bit. */
  phrase: 1 << 31,
} as const

const LISTS: [number, string][] = [
  [W.given, GIVEN],
  [W.surname, SURNAMES],
  [W.common, COMMON],
  [W.month, context.MONTHS],
  [W.title, context.TITLES],
  [W.providerTitle, context.PROVIDER_TITLES],
  [W.credential, context.CREDENTIALS],
  [W.street, context.STREETS],
  [W.streetFirst, context.STREETS_FIRST],
  [W.stateCode, context.STATE_CODES],
  [W.stateName, context.STATE_NAMES],
  [W.org, context.ORGS],
  [W.infra, context.INFRA],
  [W.kin, context.KIN],
  [W.patient, context.PATIENTS],
  [W.city, context.CITIES],
  [W.staff, context.STAFF],
  [W.care, context.CARE],
  [W.particle, context.PARTICLES],
  [W.closer, context.CLOSERS],
  [W.unit, context.UNITS],
  [W.direction, context.DIRECTIONS],
  [W.personVerb, context.PERSON_VERBS],
  [W.thing, context.THINGS],
  [W.serviceCue, context.SERVICE_CUES],
  [W.birthCue, context.BIRTH_CUES],
  [W.firstPerson, context.FIRST_PERSON],
  [W.implant, context.IMPLANTS],
  [W.assigner, context.ASSIGNERS],
  [W.greeting, context.GREETINGS],
  [W.webmail, context.WEBMAIL],
]

/** Room for the first words of phrases. */
const PHRASE_STARTS = 2_000

const split = (list: string) => list.split(/\s+/).filter(Boolean)

function build(): HashTable {
  const all = LISTS.map(([bit, list]) => [bit, split(list)] as const)
  const table = new HashTable(all.reduce((n, [, words]) => n + words.length, PHRASE_STARTS))
  for (const [bit, words] of all) {
    for (const word of words) table.set(hashWord(word), table.get(hashWord(word)) | bit)
  }
  return table
}

/** Word hash to its bits of `W`. */
export const words = build()

export const monthOf = new HashTable(100)
for (const [word, month] of Object.entries(context.MONTH_NUMBER)) monthOf.set(hashWord(word), month)

export const roleMailboxes = new HashTable(200)
for (const word of split(context.ROLE_MAILBOXES)) roleMailboxes.set(hashWord(word), 1)
