import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { AT_SIGN, COMMA, DASH, DOT, SLASH, UNDERSCORE } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { identifiesNext } from './name-cues.ts'
import { addName } from './name-draft.ts'
import { isStaffBeside } from './name-staff.ts'
import { readSpelled } from './spelled-names.ts'

/** "john smith": both known as names and neither an ordinary word. */
export function readLowerName(page: Page, i: number): number {
  const t = page.tokens
  const next = i + 1
  if (isIntroducedLower(page, i)) return addName(page, i, next + 1, 0.75, 'a name after the words for it')
  const first = readFamilyFirst(page, i)
  if (first > 0) return first
  if (page.is(i, W.common) || page.taken[i] !== 0) return 0
  if (next >= t.count || t.gap[next] !== GAP.space || page.taken[next] !== 0) return singleLower(page, i)
  if (page.lengthOf(next) === 1 && t.type[next] === WORD) return readWithInitial(page, i)
  const unknown = readWithUnknown(page, i)
  if (unknown > 0) return unknown
  if (t.shape[next] !== SHAPE.lower || !page.is(next, W.surname | W.given)) return singleLower(page, i)
  if (
    page.is(next, W.common | W.personVerb | W.care | W.particle) ||
    page.lengthOf(next) < 3 ||
    page.lengthOf(i) < 3
  )
    return singleLower(page, i)
  const clinical = isClinical(page, i)
  const staff = isStaffBeside(page, i, next + 1)
  const confidence = staff ? 0.35 : clinical ? 0.7 : isJoined(page, i, next) ? 0.1 : 0.45
  return addName(page, i, next + 1, confidence, 'two words known as names', staff)
}

const NAME = hashWord('name')
const IS = wordSet("is it's its")

/** "my name is lucia ferrante": the second word need not be known. */
function isIntroducedLower(page: Page, i: number): boolean {
  const t = page.tokens
  const next = i + 1
  return (
    t.hash[i - 2] === NAME &&
    IS.has(t.word[i - 1] ?? 0) &&
    t.type[next] === WORD &&
    t.gap[next] === GAP.space &&
    page.lengthOf(next) > 2 &&
    t.bits[next] === 0 &&
    page.taken[next] === 0 &&
    page.label(next) === undefined
  )
}

function singleLower(page: Page, i: number): number {
  if (page.lengthOf(i) < 3) return 0
  const known = page.names.has(page.tokens.hash[i]!) || page.is(i - 1, W.patient)
  if (known) return addName(page, i, i + 1, 0.6, 'a name met before, or right after the word patient')
  if (isJoined(page, i, i)) return 0
  const t = page.tokens
  const word = t.type[i - 1] === WORD && t.gap[i] === GAP.space ? t.word[i - 1]! : 0
  const kin = page.is(i - 1, W.kin) || (OF.has(word) && page.is(i - 2, W.kin)) || NAMED.has(word)
  if (kin && !page.is(i, W.personVerb | W.month | W.particle))
    return addName(
      page,
      i,
      i + 1,
      page.is(i, W.surname) ? 0.5 : 0.58,
      'a given name after a word for a relative',
      false,
      true,
    )
  const told = TOLD.has(word) || t.gap[i]! >= GAP.line
  if (!told || page.is(i, W.city | W.month | W.particle)) return 0
  return addName(page, i, i + 1, isClinical(page, i) ? 0.4 : 0.25, 'a given name in lower case')
}

const OF = wordSet('of de')
const NAMED = wordSet('named called llamado llamada')
const TOLD = wordSet(
  "not tell told call ask asked im i'm its it's thanks is for with w about and to from hi hey",
)

/** Whether a word may be the family name of somebody written in lower case: no list holds it. */
const isPlainLower = (page: Page, i: number): boolean => {
  const t = page.tokens
  return (
    t.type[i] === WORD &&
    t.shape[i] === SHAPE.lower &&
    page.taken[i] === 0 &&
    page.lengthOf(i) > 3 &&
    t.word[i] === 0 &&
    page.health(i) === undefined
  )
}

/** What ends a name that is written small: a mark, the end of a line, a number, or what only persons do. */
function endsName(page: Page, i: number): boolean {
  const t = page.tokens
  return i >= t.count || t.gap[i]! >= GAP.wide || t.type[i] !== WORD || page.is(i, W.personVerb)
}

const BEFORE_NAME = wordSet(
  "for its it's is im i'm this pt patient with of about re named to and w son daughter by from call tell seen saw",
)

/** "kayden mcelroy, 3-11-19", "marisol quintanilla again": the family name is in no list. */
function readWithUnknown(page: Page, i: number): number {
  const t = page.tokens
  let end = i + 2
  if (!isPlainLower(page, i + 1)) {
    // "darnell k. whitlock"
    const initial = page.lengthOf(i + 1) === 1 && page.mark(i + 2) === DOT && t.gap[i + 3] === GAP.space
    if (!initial || !(isPlainLower(page, i + 3) || page.is(i + 3, W.surname))) return 0
    end = i + 4
  }
  // "amira haddad-fox"
  if (
    page.mark(end) === DASH &&
    t.gap[end] === GAP.none &&
    t.gap[end + 1] === GAP.none &&
    t.type[end + 1] === WORD
  )
    end += 2
  if (isJoined(page, i, end - 1)) return 0
  const introduced =
    t.type[i - 1] === WORD && (BEFORE_NAME.has(t.word[i - 1]!) || page.is(i - 1, W.kin | W.patient))
  const begins = i === 0 || t.gap[i]! >= GAP.line || t.type[i - 1] !== WORD
  const ends = endsName(page, end)
  if (!introduced && !ends) return 0
  const clinical = isClinical(page, i)
  const sure =
    clinical && (introduced || begins) && !page.is(i, W.surname) ? 0.55 : introduced && ends ? 0.45 : 0.3
  return addName(page, i, end, ends || introduced ? sure : 0.3, 'a given name and a word that no list holds')
}

/** "tran, linh": family name and given name, both known, in lower case. The given name at token `i`. */
function readFamilyFirst(page: Page, i: number): number {
  const t = page.tokens
  const family = i - 2
  if (page.mark(i - 1) !== COMMA || family < 0 || t.type[family] !== WORD || t.gap[i]! > GAP.space) return 0
  if (t.shape[family] !== SHAPE.lower || page.taken[family] !== 0 || page.lengthOf(family) < 3) return 0
  if (!page.is(family, W.surname) || page.is(family, W.common | W.month | W.city)) return 0
  const begins =
    family === 0 ||
    t.gap[family]! >= GAP.line ||
    t.type[family - 1] !== WORD ||
    page.is(family - 1, W.patient)
  if (!begins && page.is(family, W.given)) return 0
  if (!begins || !endsName(page, i + 1))
    return addName(
      page,
      family,
      i + 1,
      isClinical(page, i) ? 0.5 : 0.3,
      'family and given name in lower case',
    )
  const beside = page.taken[i + 1] === 1 || page.taken[family - 1] === 1
  return addName(
    page,
    family,
    i + 1,
    beside || isClinical(page, i) ? 0.65 : 0.4,
    'family and given name in lower case',
  )
}

/** "yuki h.", "dontae w": a given name and the first letter of another. */
function readWithInitial(page: Page, i: number): number {
  const t = page.tokens
  const letter = i + 1
  const dot = page.mark(i + 2) === DOT && t.gap[i + 2] === GAP.none
  const end = dot ? i + 3 : i + 2
  const article = page.unit(t.start[letter]!) === LETTER_A || page.unit(t.start[letter]!) === LETTER_I
  if (!endsName(page, end) || (article && !dot)) return singleLower(page, i)
  // "darnell k. whitlock"
  if (dot && (isPlainLower(page, end) || page.is(end, W.surname))) return readWithUnknown(page, i)
  const begins = i === 0 || t.gap[i]! >= GAP.line || page.taken[i - 1] === 1
  return addName(page, i, end, begins || isClinical(page, i) ? 0.55 : 0.35, 'a given name and an initial')
}

const LETTER_A = 97
const LETTER_I = 105

const GERMS = wordSet(
  'coli diff difficile pylori aureus albicans pneumoniae influenzae burgdorferi faecalis cereus jejuni fib flutter max exam',
)

/** "d. robichaux dob 7/7/70", "j. okonkwo-diaz bed 9"; letters said one by one, "h o l l i s". */
export function readSmallLetter(page: Page, i: number): number {
  const t = page.tokens
  if (page.lengthOf(i) !== 1) return 0
  const spelled = readSpelled(page, i)
  if (spelled > 0) return spelled
  const family = i + 2
  if (page.mark(i + 1) !== DOT || t.gap[i + 1] !== GAP.none || t.gap[i] === GAP.none) return 0
  if (t.type[family] !== WORD || t.gap[family]! > GAP.space || t.shape[family] !== SHAPE.lower) return 0
  if (GERMS.has(t.word[family]!) || page.taken[family] !== 0 || page.lengthOf(family) < 4) return 0
  if (page.health(family) !== undefined) return 0
  const known = page.is(family, W.surname) && !page.is(family, W.common)
  if (!known && t.word[family] !== 0) return 0
  let end = family + 1
  if (
    page.mark(end) === DASH &&
    t.gap[end] === GAP.none &&
    t.gap[end + 1] === GAP.none &&
    t.type[end + 1] === WORD
  )
    end += 2
  const told = identifiesNext(page, end) || page.is(i - 1, W.patient | W.kin) || page.taken[i - 1] === 1
  const sure = told ? 0.65 : isClinical(page, i) ? (known ? 0.5 : 0.4) : 0.25
  return addName(page, i, end, sure, 'an initial and a family name in lower case')
}

const isJoined = (page: Page, i: number, end: number): boolean => {
  const marks = [page.mark(i - 1), page.mark(end + 1)]
  return marks.some(
    (m, k) =>
      (m === UNDERSCORE || m === AT_SIGN || m === SLASH || m === DOT) &&
      page.tokens.gap[k === 0 ? i : end + 1] === GAP.none &&
      m !== DOT,
  )
}
