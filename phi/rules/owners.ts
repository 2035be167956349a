import type { IdentifierKind } from '../kinds.ts'
import { ownerOfIdiom } from '../lexicon/idioms.ts'
import { OWNER, type Owner, ownerOfWord } from '../lexicon/owners.ts'
import { W, wordSet } from '../lexicon/words.ts'
import { CLOSING_BRACKET, COLON, COMMA, DOT, EQUALS, HASH, SEMICOLON } from '../text/marks.ts'
import { type Page, TOPIC } from '../text/page.ts'
import { GAP, MIXED, NUMBER, WORD } from '../text/tokens.ts'
import { isNear } from './near.ts'
import { isWorn } from './worn.ts'

const BEFORE = 14
const AFTER = 6
/** What a boundary between a word and a number counts, in words. */
const LINE = 3
const SENTENCE = 5
/** How far a thing's word reaches. */
const THING = 3
const DEVICE = 9
const BESIDE = 1
/** A word for somebody counts as if it stood further off: what the number is of tells more. */
const PERSON = 8

export interface Near {
  owner: Owner
  /** In words; a boundary between counts as several. */
  distance: number
  /** A word such as "number" or "no." stands between, or right before. */
  pointed: boolean
}

let cost = 0
const near: Near = { owner: OWNER.none, distance: 0, pointed: false }

/**
 * Whose the number in tokens `[first, end)` seems to be, by the nearest word that tells: "her file with us is 448201",
 * "448201 is her chart". The answer is valid until the next call.
 */
export function ownerNear(page: Page, first: number, end: number): Near {
  forget()
  const said = saidAfter(page, end)
  if (said !== OWNER.none) {
    near.owner = said
    near.distance = 1
    return near
  }
  const part = lookBack(page, first)
  lookAhead(page, end)
  if (near.owner === OWNER.device && part) near.pointed = true
  else if (part && near.owner !== OWNER.record) {
    // "serials L 23187744 R 23187745", of hearing aids that were spoken of before
    const worn = page.isOfPerson(first) && isWorn(page, first, end)
    near.owner = worn ? OWNER.device : OWNER.thing
    near.pointed ||= worn
  }
  return near
}

function forget(): void {
  cost = Number.POSITIVE_INFINITY
  near.owner = OWNER.none
  near.distance = 2 * BEFORE
  near.pointed = false
}

/** Whether a word for a part of hardware stands between the number and what was found. */
function lookBack(page: Page, first: number): boolean {
  const { gap, word, type } = page.tokens
  let distance = 0
  let part = false
  for (let at = first - 1; at >= 0 && at >= first - 2 * BEFORE; at--) {
    const after = gap[at + 1]!
    if (after === GAP.blank) return part
    if (after === GAP.line) distance += LINE
    const mark = page.mark(at)
    if (mark !== 0) {
      distance += boundary(page, at, mark)
      continue
    }
    if (++distance > BEFORE) return part
    if (type[at] !== WORD) continue
    const owner = (at > 0 ? ownerOfIdiom(word[at]!, word[at - 1]!) : undefined) ?? ownerOfWord(word[at]!)
    if (owner === OWNER.none || (distance > 2 && page.is(at, W.credential))) continue
    if (owner === OWNER.pointer) near.pointed = true
    else if (owner === OWNER.part) part ||= distance <= 4
    else if (
      distance <= reachOf(owner) &&
      take(owner === OWNER.order ? orderOf(page, first) : owner, distance + spentOn(page, at, first))
    )
      return part
  }
  return part
}

const SPENT = 4

/** "ACC 4471802  20250311": a word right before another number tells of that one, and less of those further on. */
function spentOn(page: Page, at: number, first: number): number {
  const next = page.mark(at + 1) !== 0 ? at + 2 : at + 1
  const { type, count } = page.tokens
  if (next >= first || next >= count || page.taken[next] !== 1) return 0
  return type[next] === NUMBER || type[next] === MIXED ? SPENT : 0
}

function reachOf(owner: Owner): number {
  if (owner === OWNER.thing || owner === OWNER.order || owner === OWNER.query) return THING
  if (owner === OWNER.device) return DEVICE
  return owner === OWNER.beside ? BESIDE : BEFORE
}

const BUYING = wordSet(
  'po purchase purchased vendor vendors sales shipped shipping quote quotation dell cdw amazon delivery supplier invoice buy bought',
)

/** Whether buying and shipping are spoken of near by. */
export const isLikeBuying = (page: Page, i: number): boolean => isNear(page, i, BUYING, 14)

/** What is ordered near by: a test or treatment, or goods. */
export function orderOf(page: Page, i: number): Owner {
  if (page.around(TOPIC.health, i, 14, 14) + page.around(TOPIC.patient, i, 14, 14) === 0) return OWNER.thing
  if (isLikeBuying(page, i)) return OWNER.thing
  return page.around(TOPIC.infra, i, 12, 12) > 1 ? OWNER.thing : OWNER.order
}

const IS = wordSet('is was')
const SAID = 3
const NAMED: ReadonlySet<Owner> = new Set<Owner>([OWNER.record, OWNER.member, OWNER.account, OWNER.other])

/** "4410932 is his chart": whose the number before token `i` is said to be. */
export function saidAfter(page: Page, i: number): Owner {
  const { word, type, gap, count } = page.tokens
  if (i >= count || !IS.has(word[i]!)) return OWNER.none
  for (let at = i + 1; at < count && at <= i + SAID - 1 && type[at] === WORD && gap[at] === GAP.space; at++) {
    const owner = ownerOfWord(word[at]!)
    if (NAMED.has(owner)) return owner
  }
  return OWNER.none
}

function lookAhead(page: Page, end: number): void {
  const { gap, word, type, count } = page.tokens
  let distance = 0
  for (let at = end; at < count && distance < AFTER; at++) {
    if (gap[at]! >= GAP.wide) return
    const mark = page.mark(at)
    if (mark === DOT || mark === SEMICOLON) {
      if (at + 1 < count && gap[at + 1] !== GAP.none) return
    } else if (mark === COMMA || mark === CLOSING_BRACKET) distance += 2
    if (mark !== 0) continue
    distance++
    if (type[at] !== WORD) continue
    const owner = ownerOfWord(word[at]!)
    if (owner === OWNER.none || owner >= OWNER.zip || owner === OWNER.pointer || owner === OWNER.part)
      continue
    const ofThing = owner === OWNER.thing || owner === OWNER.beside
    if (!ofThing && labelsNext(page, at + 1)) continue
    const reach = ofThing ? BESIDE : AFTER
    if (distance <= reach && take(owner, distance + 2)) return
  }
}

/** "5512093, acc# RAD2504091187": a word that tells of the number after it. */
function labelsNext(page: Page, i: number): boolean {
  const mark = page.mark(i)
  if (mark === HASH || mark === COLON || mark === EQUALS) return true
  const { type, gap, count } = page.tokens
  return (
    i < count && gap[i] === GAP.space && (type[i] === MIXED || (type[i] === NUMBER && page.lengthOf(i) > 4))
  )
}

/** Whether the search may end. Somebody is remembered, in case that no other word tells more. */
function take(owner: Owner, distance: number): boolean {
  const person = owner === OWNER.person || owner === OWNER.query
  const counted = person ? distance + PERSON : distance
  if (counted < cost) {
    cost = counted
    near.owner = owner
    near.distance = distance
  }
  return !person
}

function boundary(page: Page, at: number, mark: number): number {
  if (mark === COMMA) return 1
  if (mark === SEMICOLON) return LINE
  const ends = mark === DOT && page.tokens.gap[at + 1]! >= GAP.space && page.lengthOf(at - 1) > 3
  return ends ? SENTENCE : 0
}

export const KIND_OF_OWNER: Partial<Record<Owner, IdentifierKind>> = {
  [OWNER.record]: 'mrn',
  [OWNER.person]: 'mrn',
  [OWNER.query]: 'mrn',
  [OWNER.order]: 'other-id',
  [OWNER.member]: 'member-id',
  [OWNER.account]: 'account',
  [OWNER.licence]: 'licence',
  [OWNER.device]: 'device',
  [OWNER.other]: 'other-id',
}
