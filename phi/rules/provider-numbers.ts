import { isDea } from '../checks/dea.ts'
import { isNpi } from '../checks/npi.ts'
import { OWNER, ownerOfWord } from '../lexicon/owners.ts'
import { type WordSet, wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isOpen } from './each.ts'
import { isJoined } from './ids.ts'
import { isNear } from './near.ts'
import { KIND_OF_OWNER } from './owners.ts'

const NPI_SIZE = 10
const DEA_SIZE = 9
const NPIS = wordSet('npi npis nppes')
const PROVIDERS = wordSet(
  'npi npis nppes provider providers prov provs phys physician prescriber prescribers prescribing ordering referring rendering attending dr md do np taxonomy surescripts spi',
)
const DEAS = wordSet(
  'dea xdea epcs csr controlled prescriber prescribers prescribing surescripts narc narcs narcotic narcotics norco percocet oxycodone hydrocodone fentanyl morphine adderall suboxone xanax opioid opioids cii ciii civ pdmp forged forgery rx prescription prescriptions script scripts',
)
const BEFORE = 16
const AFTER = 6
const TWO = 50

/**
 * "NPI table: ours reads 1055210276 for Cho, 1467560003 for Chow": numbers of providers by their check digit and a word
 * for providers near by, whatever else is spoken of.
 */
export function readProviderNumbers(page: Page): void {
  const { at, count } = page.stops.numbers
  for (let k = 0; k < count; k++) if (isOpen(page, at[k]!, 0)) readAt(page, at[k]!)
}

function readAt(page: Page, i: number): void {
  const { type, start, end, gap } = page.tokens
  // "MR3715414": letters that label are a token of their own.
  const led =
    type[i] === NUMBER && gap[i] === GAP.none && i > 0 && page.lengthOf(i - 1) === 2 && type[i - 1] === WORD
  const first = led ? i - 1 : i
  const size = page.lengthOf(i) + (led ? 2 : 0)
  const npi = !led && type[i] === NUMBER && size === NPI_SIZE
  if (!npi && ((type[i] !== MIXED && !led) || size !== DEA_SIZE)) return
  if (isJoined(page, i) || isJoined(page, first)) return
  const text = page.slice(start[first]!, end[i]!)
  if (!(npi ? isNpi(text) : isDea(text)) || isOfAnother(page, first)) return
  // A phone number may begin with 2, no other number of a provider's does so often.
  const words = npi ? (page.unit(start[i]!) === TWO ? NPIS : PROVIDERS) : DEAS
  if (!isSpokenOf(page, first, words)) return
  page.addTokens(
    npi ? 'npi' : 'dea',
    first,
    i + 1,
    0.94,
    npi
      ? 'ten digits with the check digit of an NPI, in talk of providers'
      : 'a DEA number with a right check digit',
    'identifier',
  )
}

const NEAREST = 3
const BY = wordSet('by')
const GROUPS = wordSet('group org organization')

/** A word right before says that the number is of something else. */
function isOfAnother(page: Page, i: number): boolean {
  const { word } = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - NEAREST; at--) {
    if (DEAS.has(word[at]!) || PROVIDERS.has(word[at]!)) return false
    // "auth by BP7316816"
    if (BY.has(word[at + 1]!) && at < i - 1) continue
    // "type 1 NPI ..., group is ...": a practice has one as well.
    if (GROUPS.has(word[at]!) && isSpokenOf(page, i, NPIS)) continue
    const owner = ownerOfWord(word[at]!)
    if (at === i - 1 && (owner === OWNER.thing || owner === OWNER.beside)) return true
    if (owner === OWNER.phone || (owner !== OWNER.person && KIND_OF_OWNER[owner] !== undefined)) return true
  }
  return false
}

const isSpokenOf = (page: Page, i: number, words: WordSet): boolean => isNear(page, i, words, BEFORE, AFTER)
