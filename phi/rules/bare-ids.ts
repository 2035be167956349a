import type { IdentifierKind } from '../kinds.ts'
import { OWNER } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import { CARET, COMMA, DASH, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { kindByFront } from './fronted.ts'
import { isBeforeGroup, isOfInsurance } from './insurance.ts'
import { readRecord } from './labelled-ids.ts'
import { ownerNear } from './owners.ts'
import type { ValueReader } from './reader.ts'
import { socialAt } from './social-ids.ts'
import { FIRM, kindByForm, readId, SOFT } from './values.ts'

/** "MC 0044 718 29": a few capitals and blocks of digits: one past the last; 0 for anything else. */
function blocksEnd(page: Page, at: number, limit: number): number {
  const t = page.tokens
  const led =
    t.type[at] === WORD && t.shape[at] === SHAPE.caps && page.lengthOf(at) >= 2 && page.lengthOf(at) <= 4
  if (!led || at + 2 >= limit || t.type[at + 1] !== NUMBER || t.type[at + 2] !== NUMBER) return 0
  if (t.gap[at + 1] !== GAP.space || t.gap[at + 2] !== GAP.space) return 0
  const id = readId(page, at, limit, true)
  return id.digits >= 7 && id.digits <= 14 && id.end >= at + 3 ? id.end : 0
}

/** "Grangeville ID 83530": the state, and a ZIP code. */
const isIdaho = (page: Page, at: number, label: number): boolean =>
  at === label + 1 &&
  page.tokens.shape[label] === SHAPE.caps &&
  page.tokens.type[at] === NUMBER &&
  page.lengthOf(at) === 5 &&
  page.slice(page.tokens.start[at]!, page.tokens.start[at]! + 2) === '83' &&
  (page.mark(label - 1) === COMMA || page.tokens.type[label - 1] === WORD)

/** "ID: ..." alone: whose it is depends on what is talked about. */
export const readPlainId: ValueReader = (page, at, limit, strength, label) => {
  if (isIdaho(page, at, label)) return 0
  // "KRISHNAMURTHY^ANAND ID 8830142"
  if (page.mark(label - 2) === CARET && readId(page, at, limit, false).digits >= 4)
    return readRecord(page, at, limit, FIRM, label)
  const blocks = blocksEnd(page, at, limit)
  if (blocks > 0 && (isClinical(page, label, 40) || page.isOfPerson(label)))
    return page.addTokens(
      'member-id',
      at,
      blocks,
      0.75,
      'an ID in blocks, as on cards of health plans',
      'identifier',
    )
  const ofWord = kindBefore(page, label)
  if (ofWord !== undefined && isClinical(page, label, 40)) {
    const id = readId(page, at, limit, ofWord === 'member-id')
    if (id.digits < 5) return 0
    return page.addTokens(ofWord, at, id.end, 0.8, 'an ID after a word that tells whose', 'identifier')
  }
  const { owner, distance } = ownerNear(page, label, page.tokens.count)
  if (distance <= 6 && (owner === OWNER.device || owner === OWNER.licence) && isClinical(page, label, 40)) {
    const id = readId(page, at, limit, false)
    const kind = owner === OWNER.device ? 'device' : 'licence'
    return id.digits < 4
      ? 0
      : page.addTokens(kind, at, id.end, 0.7, 'an ID after a word that tells whose', 'identifier')
  }
  const tight = readId(page, at, limit, false)
  const ssn = socialAt(page, at, tight, label)
  if (ssn > 0) return ssn
  const insurance = isOfInsurance(page, label, 14) || isBeforeGroup(page, tight.end)
  if (!insurance && !isClinical(page, label, 12)) return 0
  const id = readId(page, at, limit, insurance)
  const spaced = insurance ? id : readId(page, at, limit, true)
  if (id.digits < 5 && spaced.digits >= LEAST_SPACED && spaced.letters === 0)
    return page.addTokens(
      'member-id',
      at,
      spaced.end,
      0.65,
      'an ID in blocks, as on cards of health plans',
      'identifier',
    )
  if (tight.digits >= 5 && !insurance && isAfterDay(page, label))
    return page.addTokens('mrn', at, tight.end, FIRMLY, "an ID after somebody's date of birth", 'identifier')
  // "ID OTP-736"
  const lettered = id.digits >= 3 && id.letters >= 2 && id.end === at + 3 && page.mark(at + 1) === DASH
  if ((id.digits < 5 && !lettered) || (strength < SOFT && !insurance && !lettered)) return 0
  const reason = insurance ? 'an ID beside talk of a health plan' : 'an ID in a text about care'
  return page.addTokens(
    insurance ? 'member-id' : (kindByFront(page, at) ?? kindByForm(page, at, id)),
    at,
    id.end,
    insurance ? 0.85 : 0.65,
    reason,
    'identifier',
  )
}

const LEAST_SPACED = 9
const FIRMLY = 0.9

/** "HUXTABLE, GIDEON  07-04-1964  ID PA00711" */
function isAfterDay(page: Page, label: number): boolean {
  const { type, gap } = page.tokens
  const mark = page.mark(label - 2)
  return (
    (mark === DASH || mark === SLASH) &&
    page.mark(label - 4) === mark &&
    type[label - 1] === NUMBER &&
    gap[label]! < GAP.line &&
    gap[label - 1] === GAP.none
  )
}

const GUARANTORS = wordSet('guarantor account acct billing')
const NOT_MRN = wordSet(
  'study subject trial donor case claim visit encounter specimen sample kit iep school student employee participant registry event run authorization auth referral prescription script transmission episode exam order session submission response interview survey screening scan share upload dispute bill trans district case file request confirmation reservation appointment appt exposure infusion device transplant candidate recipient report result test culture isolate lab consult waitlist placement foster juvenile ward detainee inmate booking consular refugee',
)

/** What the word right before "id" tells of its kind. */
function kindBefore(page: Page, label: number): IdentifierKind | undefined {
  const t = page.tokens
  for (let at = label - 1; at >= 0 && at >= label - 3 && t.gap[at + 1]! < GAP.line; at--) {
    if (t.type[at] !== WORD) continue
    if (GUARANTORS.has(t.word[at]!)) return 'account'
    return NOT_MRN.has(t.word[at]!) ? 'other-id' : undefined
  }
  return undefined
}
