import { wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { COMMA, DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, WORD } from '../text/tokens.ts'

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const NINETEEN = 19

const values = new Map<number, number>()
for (const [value, word] of SMALL.split(' ').entries()) values.set(hashWord(word), value)
for (const [value, word] of ORDINALS.split(' ').entries()) values.set(hashWord(word), value)
for (const [n, word] of TENS.split(' ').entries()) values.set(hashWord(word), (n + 2) * 10)
for (const [word, value] of [
  ['twentieth', 20],
  ['thirtieth', 30],
  ['fourty', 40],
] as const)
  values.set(hashWord(word), value)

const ZERO = wordSet('oh o zero')
const [THOUSAND, HUNDRED, AND, THE, OF] = ['thousand', 'hundred', 'and', 'the', 'of'].map(hashWord) as [
  number,
  number,
  number,
  number,
  number,
]

/** One past the last token of what was read last. */
let end = 0

/** Passes over what may stand between the words of a date. */
function past(page: Page, i: number): number {
  const { hash } = page.tokens
  let at = page.mark(i) === COMMA || page.mark(i) === DASH ? i + 1 : i
  while (hash[at] === THE || hash[at] === OF) at++
  return at
}

/** The value of one number under a hundred, in words, at token `i`; -1 where none stands. `end` tells where it ends. */
function numberAt(page: Page, i: number): number {
  const t = page.tokens
  let at = past(page, i)
  if (at >= t.count || t.type[at] !== WORD || t.gap[at]! > GAP.line) return -1
  if (ZERO.has(t.word[at]!) && page.lengthOf(at) <= 4) {
    const unit = values.get(t.hash[at + 1]!) ?? -1
    if (unit < 1 || unit > 9 || t.type[at + 1] !== WORD) return -1
    end = at + 2
    return unit
  }
  const value = values.get(t.hash[at]!) ?? -1
  end = ++at
  if (value < 20 || value % 10 !== 0) return value
  const next = page.mark(at) === DASH ? at + 1 : at
  const unit = t.type[next] === WORD && t.gap[next]! <= GAP.space ? (values.get(t.hash[next]!) ?? -1) : -1
  if (unit < 1 || unit > 9) return value
  end = next + 1
  return value + unit
}

/** Whether a year stands at token `i`: "fifty-one", "nineteen sixty eight", "two thousand and one", "twenty oh four". */
function isYear(page: Page, i: number): boolean {
  const { hash } = page.tokens
  const first = numberAt(page, i)
  if (first < 0) return false
  if (hash[end] === THOUSAND || hash[end] === HUNDRED) {
    const bare = end + 1
    if (numberAt(page, hash[bare] === AND ? bare + 1 : bare) < 0) end = bare
    return true
  }
  if (first !== NINETEEN && first !== 20) return true
  const whole = end
  if (numberAt(page, whole) < 0) end = whole
  return true
}

/** "three seventeen fifty-one", as somebody says a date of birth. One past its last token, or 0. */
function saidEnd(page: Page, i: number): number {
  const month = numberAt(page, i)
  if (month < 1 || month > 12) return 0
  const day = numberAt(page, end)
  if (day < 1 || day > 31) return 0
  return isYear(page, end) ? end : 0
}

/** "3 17 51", as it is written down from hearing. One past its last token, or 0. */
function spacedEnd(page: Page, i: number): number {
  const t = page.tokens
  const last = i + 2
  const size = page.lengthOf(last)
  for (let at = i; at <= last; at++)
    if (at >= t.count || t.type[at] !== NUMBER || (at > i && t.gap[at] !== GAP.space)) return 0
  if (page.lengthOf(i) > 2 || page.lengthOf(i + 1) > 2 || (size !== 2 && size !== 4)) return 0
  const value = (at: number) => Number(page.slice(t.start[at]!, t.end[at]!))
  const fits = value(i) >= 1 && value(i) <= 12 && value(i + 1) >= 1 && value(i + 1) <= 31
  return fits && (size === 2 || (value(last) > 1880 && value(last) < 2100)) ? last + 1 : 0
}

/** A date of birth that somebody said, at token `i` after its label. Answers the token after it, or 0. */
export function readDictatedBirth(page: Page, i: number): number {
  const to = page.tokens.type[i] === WORD ? saidEnd(page, i) : spacedEnd(page, i)
  return to > 0
    ? page.addTokens('birth-date', i, to, 0.85, 'a date of birth as it was said', 'identifier')
    : 0
}
