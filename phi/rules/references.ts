import { OWNER } from '../lexicon/owners.ts'
import { wordSet } from '../lexicon/words.ts'
import type { Page } from '../text/page.ts'
import { isClinical, isMoreTechnical } from './context.ts'
import { kindByFront } from './fronted.ts'
import { isLawyers, isOfDebt, isOfMaker, isOfPart, isOfSupplies } from './label-owners.ts'
import { skipThing } from './labelled-ids.ts'
import { ownerNear } from './owners.ts'
import { isRange, patientReference } from './plain-ids.ts'
import type { ValueReader } from './reader.ts'
import { FIRM, type IdSpan, readId, SOFT } from './values.ts'

const FILES = wordSet('file')
/** What these count is never somebody's record. */
const CASES = wordSet('case request confirmation')

/** "FILE NO  A-7719" */
const isFile = (page: Page, label: number): boolean => FILES.has(page.tokens.word[label]!)

/** "ref UM0093-118": in a text about care somebody's case, elsewhere a thing's. */
export const readReference: ValueReader = (page, at, limit, strength, label) => {
  const referred = patientReference(page, at, limit)
  if (referred > 0) return referred
  const id = readId(page, at, limit, false)
  const short =
    id.digits === 4 && strength >= SOFT && page.phraseEnd[label]! > label + 1 && isClinical(page, label, 25)
  if ((id.digits < 5 && !short) || isRange(page, at, id)) return 0
  if (isOfMaker(page, label) || isLawyers(page, label) || isOfSupplies(page, label))
    return skipThing(page, at, limit, strength, label)
  if (isOfPart(page, label, id.end)) return skipThing(page, at, limit, strength, label)
  if (isOfDebt(page, label) && isClinical(page, label, 40))
    return page.addTokens('account', at, id.end, 0.75, "the number of a debtor's account", 'identifier')
  // "Case GRV-0042871"
  const fronted = kindByFront(page, at)
  if (fronted !== undefined && page.isOfPerson(label) && !isMoreTechnical(page, label, 20))
    return page.addTokens(fronted, at, id.end, 0.8, 'the number of a case, by its letters', 'identifier')
  if (!isClinical(page, label, 25) || isMoreTechnical(page, label, 20)) return addWeak(page, at, id)
  const { owner, distance } = ownerNear(page, label, page.tokens.count)
  // The reference number of an implant's part is its model's.
  if (owner === OWNER.thing || (owner === OWNER.device && distance <= 3)) return addWeak(page, at, id)
  const ofRecord = owner === OWNER.record || (owner === OWNER.person && isFile(page, label))
  return page.addTokens(
    fronted ?? (ofRecord && !CASES.has(page.tokens.word[label]!) ? 'mrn' : 'other-id'),
    at,
    id.end,
    strength === FIRM ? 0.8 : 0.7,
    'the number of a case, in a text about care',
    'identifier',
  )
}

/** A thing's as far as rules can tell, but of a form and after a word that somebody's case has, too. */
const addWeak = (page: Page, at: number, id: IdSpan): number =>
  page.addTokens(
    kindByFront(page, at) ?? 'other-id',
    at,
    id.end,
    0.35,
    'the number of a case or request',
    'weak',
  )
