import { W, wordSet } from '../lexicon/words.ts'
import { DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import type { ValueReader } from './reader.ts'
import { BARE, compact, SOFT } from './values.ts'
import { isMisreadZip } from './zip-codes.ts'

const startsAsNumber = (page: Page, at: number): boolean => {
  const first = page.unit(page.tokens.start[at]!)
  return first >= 48 && first <= 57
}

export const readZip: ValueReader = (page, at, limit, strength) => {
  const t = page.tokens
  if ((strength > SOFT || startsAsNumber(page, at)) && isMisreadZip(page, at))
    return page.addTokens('zip', at, at + 1, 0.75, 'a labelled ZIP code', 'identifier')
  if (
    t.type[at] !== NUMBER ||
    (page.lengthOf(at) !== 5 && !(page.lengthOf(at) === 9 && strength > SOFT)) ||
    at >= limit
  )
    return 0
  const plus =
    page.mark(at + 1) === DASH && t.type[at + 2] === NUMBER && page.lengthOf(at + 2) === 4 ? at + 3 : at + 1
  return page.addTokens('zip', at, plus, strength === BARE ? 0.7 : 0.9, 'a labelled ZIP code', 'identifier')
}

export const readCity: ValueReader = (page, at, limit, strength, label) => {
  const t = page.tokens
  if (strength < SOFT && t.gap[label]! < GAP.wide) return 0
  let end = at
  while (end < limit && end < at + 3 && t.type[end] === WORD && t.shape[end] !== SHAPE.lower) {
    if (end > at && (t.gap[end]! > GAP.space || page.label(end))) break
    end++
  }
  if (end === at || (end === at + 1 && page.is(at, W.common) && !page.is(at, W.city))) return 0
  const next = page.addTokens('place', at, end, 0.75, 'labelled as a town or county', 'identifier')
  return readStateOf(page, next, limit) || next
}

const STATES = wordSet('state st province region statecode')
const STATE_REACH = 10

/** `"city":"Beckley","state":"WV"`, "<city>Elko</city><state>NV</state>", "City=Salem State=OR": the state right after. */
function readStateOf(page: Page, from: number, limit: number): number {
  const { word, type } = page.tokens
  let told = false
  for (let at = from; at < limit && at < from + STATE_REACH; at++) {
    if (page.mark(at) !== 0) continue
    if (type[at] !== WORD) return 0
    const state = page.is(at, W.stateCode | W.stateName) && page.tokens.shape[at] !== SHAPE.lower
    if (told && state)
      return page.addTokens('place', at, at + 1, 0.75, 'the state of a labelled town', 'identifier')
    told = STATES.has(word[at]!)
    if (!told && page.label(at) !== 'city') return 0
  }
  return 0
}

export const readAge: ValueReader = (page, at) => {
  if (page.tokens.type[at] !== NUMBER || page.lengthOf(at) > 3) return 0
  const age = Number(compact(page, at, at + 1))
  if (age < 90 || age > 125 || UNITS_OF_TIME.has(page.tokens.word[at + 1]!)) return 0
  return page.addTokens('age', at, at + 1, 0.9, 'an age over 89', 'identifier')
}

const UNITS_OF_TIME = wordSet('day days hour hours minutes months month weeks week percent accounts pct')
