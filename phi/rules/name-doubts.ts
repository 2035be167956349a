import { W, wordSet } from '../lexicon/words.ts'
import { APOSTROPHE, BRACKET, COLON, COMMA, DASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER, SHAPE, WORD } from '../text/tokens.ts'
import type { NameRun } from './name-run.ts'

const EMPLOYING = wordSet(
  'employer bank credit insurer carrier payer payor vendor brand manufacturer company facility pharmacy shelter hotel motel restaurant church school plan model make unit',
)
const WITHIN = wordSet('in near at within outside around')
const MAKERS = wordSet(
  'abbott topaz boston biotronik medtronic zebra canon epson dell lenovo ingenico verifone fujitsu ricoh konica midmark welch philips siemens ge hologic stryker arthrex biomet depuy evera azure hp alaris hillrom masimo mindray nihon samsung toshiba panasonic logitech dymo honeywell topcon zeiss nikon carestream varian elekta tandem dexcom resmed respironics',
)
const SITES = wordSet(
  'haven manor villas villa acres meadows gardens estates terrace commons heights pines oaks springs lodge hills woods lakes valley bend station village place house hall crossing ridge grove trace',
)
const NOBODY = wordSet('doe roe test tester testing demo dummy sample')
const FIRST_OF_NOBODY = wordSet('john jane jon baby anon anonymous zz zzz mickey')

/** How much speaks for a company, a product, a site or a stand-in in place of somebody's name at tokens `[i, end)`. */
export function doubtsOfThings(page: Page, i: number, end: number, run: NameRun): number {
  const t = page.tokens
  let doubt = 0
  const before = page.mark(i - 1) === COLON || page.mark(i - 1) === COMMA ? i - 2 : i - 1
  if (
    run.given === 0 &&
    t.type[before] === WORD &&
    t.gap[i]! < GAP.line &&
    EMPLOYING.has(t.word[before]!) &&
    t.gap[before + 1]! <= GAP.space
  )
    doubt += 0.4
  if (MAKERS.has(t.word[i]!) && run.words > 1 && !run.comma) doubt += 0.35
  if (
    run.words > 1 &&
    run.given + run.surnames === 0 &&
    t.gap[i] === GAP.space &&
    WITHIN.has(t.word[i - 1]!) &&
    page.mark(end) !== APOSTROPHE
  )
    doubt += 0.3
  const last = t.word[end - 1]!
  if (run.words === 2 && !run.comma && run.given === 0 && SITES.has(last)) doubt += 0.3
  if (run.words > 1 && NOBODY.has(last) && (FIRST_OF_NOBODY.has(t.word[i]!) || last !== t.word[i]))
    doubt += FIRST_OF_NOBODY.has(t.word[i]!) ? 0.5 : 0
  if (run.caps && run.unknown > 0 && isAbbreviated(page, i, end)) doubt += 0.4
  if (isOfOrganization(page, end)) doubt += 0.4
  // "WS-RECEPT-03"
  if (run.caps && page.mark(end) === DASH && t.gap[end] === GAP.none && t.type[end + 1] === NUMBER)
    doubt += 0.4
  return doubt
}

/** "MWL", "MPPS": letters without a vowel among them are no word. */
function isAbbreviated(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  for (let at = i; at < end; at++) {
    if (t.type[at] !== WORD || page.lengthOf(at) < 3 || page.is(at, W.given | W.surname)) continue
    let vowels = 0
    for (let k = t.start[at]!; k < t.end[at]!; k++) if (VOWELS.has(page.unit(k) | 32)) vowels++
    if (vowels === 0) return true
  }
  return false
}

const VOWELS = new Set([...'aeiouy'].map((c) => c.charCodeAt(0)))

/** "Ridgeview Women's Health", "Cedar Bend Family Medicine": what is written on has a word for an organization soon. */
function isOfOrganization(page: Page, end: number): boolean {
  const t = page.tokens
  const possessive = page.mark(end) === APOSTROPHE && page.lengthOf(end + 1) === 1
  let at = possessive ? end + 2 : end
  for (let words = 0; words < 2; words++, at++) {
    if (at >= t.count || t.type[at] !== WORD || t.gap[at] !== GAP.space || t.shape[at] === SHAPE.lower)
      return false
    if (page.is(at, W.org) && (possessive || words > 0) && page.mark(at + 1) !== BRACKET) return true
  }
  return false
}
