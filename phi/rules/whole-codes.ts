import { wordSet } from '../lexicon/words.ts'
import { isDigit } from '../text/chars.ts'
import { BRACKET, CARET, CLOSING_BRACKET, COMMA, DOT, PIPE, SEMICOLON, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'
import { isBefore } from './near.ts'

/** Categories of ICD-10-CM that are whole codes without a dot (CDC/NCHS, tabular list), but for what is seldom met. */
const WHOLE = new Set(
  'A33 A35 A46 A55 A57 A64 A65 A70 A78 A86 A89 A94 B03 B04 B09 B20 B49 B54 B59 B64 B72 B75 B79 B80 B86 B89 B91 B92 C01 C07 C12 C19 C20 C23 C33 C37 C52 C55 C58 C61 C73 D34 D45 D62 D65 D66 D67 D77 E02 E35 E40 E41 E42 E43 E45 E46 E52 E54 E58 E59 E60 E65 E68 E83 F04 F09 F21 F22 F23 F24 F28 F29 F39 F54 F59 F66 F69 F70 F71 F72 F73 F79 F82 F88 F89 F99 G01 G02 G07 G08 G10 G14 G20 G26 G35 G53 G55 G59 G63 G64 G92 G94 H22 H28 H32 H42 I00 I10 I32 I38 I39 I41 I43 I52 I76 I81 I96 J00 J13 J14 J17 J22 J36 J40 J42 J60 J64 J80 J82 J90 J91 J99 K23 K30 K36 K37 K67 K77 K87 L00 L14 L22 L26 L42 L45 L52 L54 L62 L80 L83 L84 L86 L88 L99 M1A N08 N10 N12 N16 N19 N22 N23 N29 N33 N37 N51 N61 N62 N63 N72 N74 N86 N96 O80 O82 O85 P53 P60 P84 P90 P95 Q02 R12 R17 R21 R32 R34 R37 R42 R52 R54 R55 R58 R61 R64 R69 R81 R99 Z21 Z23 Z66'.split(
    ' ',
  ),
)
const BEDS = wordSet(
  'bed room rm bay door gate suite ste unit row seat slot box shelf rack port level floor fl zone cell pod desk table lot aisle bin locker version model part plate exit hwy route vitamin',
)
const CLAIMS = wordSet(
  'claim claims clm dos cpt hcpcs superbill dx icd modifier billed charge charges problem problems problemas diagnosis diagnostico',
)
const REACH = 8

/** "proton therapy, C61", "99214 I10, E78.5": whether such a code at token `i` is a diagnosis by what stands beside it. */
export function isWholeCode(page: Page, i: number, text: string): boolean {
  const t = page.tokens
  // "^I10" at the end names the system of codes.
  if (!WHOLE.has(text) || page.mark(i - 1) === CARET) return false
  const before = page.mark(i - 1) !== 0 ? i - 2 : i - 1
  if (BEDS.has(t.word[before] ?? 0) && t.gap[i]! < GAP.line) return false
  if (isCell(page, i) && page.isOfPerson(i)) return true
  for (let at = Math.max(0, i - REACH); at < Math.min(t.count, i + REACH); at++) {
    if (at === i) continue
    if (CLAIMS.has(t.word[at]!)) return true
    if (at < i && page.health(at) !== undefined) return true
    if (t.type[at] === NUMBER && page.lengthOf(at) === 5 && page.unit(t.start[at]!) === NINE) return true
    if (t.type[at] === MIXED && page.lengthOf(at) === 3 && isDotted(page, at)) return true
  }
  return false
}

const NINE = 57

const isDotted = (page: Page, i: number): boolean =>
  page.mark(i + 1) === DOT &&
  page.tokens.gap[i + 1] === GAP.none &&
  page.tokens.gap[i + 2] === GAP.none &&
  page.unit(page.tokens.start[i]!) >= 65 &&
  isDigit(page.unit(page.tokens.start[i]! + 1))

/** "..., G35. Docs", "RPM-30771. I10.", ", O80 (she's 90!)": between marks, as nothing that goes on with what stands before is. */
export function standsApart(page: Page, i: number): boolean {
  if (!WHOLE.has(page.slice(page.tokens.start[i]!, page.tokens.end[i]!))) return false
  const { gap, count } = page.tokens
  const before = page.mark(i - 1)
  if ((before !== COMMA && before !== SEMICOLON && before !== DOT) || gap[i]! === GAP.none) return false
  const after = page.mark(i + 1)
  const ends = after === COMMA || after === SEMICOLON || after === DOT || after === BRACKET
  return (
    i + 1 >= count ||
    gap[i + 1]! >= GAP.line ||
    (ends && (after === BRACKET || gap[i + 2]! > GAP.none || i + 2 >= count))
  )
}

/** "|C61|", ",C61" at the end of a row. */
function isCell(page: Page, i: number): boolean {
  const { gap, count } = page.tokens
  const parts = (mark: number) => mark === PIPE || mark === COMMA
  if (!parts(page.mark(i - 1))) return false
  return i + 1 >= count || gap[i + 1]! >= GAP.line || parts(page.mark(i + 1)) || page.mark(i + 1) === SLASH
}

const EXAMPLES = wordSet('eg example scrubber')
const G = 103

/** "O24.410 (31)", "(e.g. C50.911)": counted over many, or an example: nobody's. */
export function isNobodysCode(page: Page, i: number, end: number): boolean {
  const { start } = page.tokens
  if (
    page.mark(end) === BRACKET &&
    page.tokens.type[end + 1] === NUMBER &&
    page.lengthOf(end + 1) <= 4 &&
    page.mark(end + 2) === CLOSING_BRACKET
  )
    return true
  const abbreviated =
    page.mark(i - 1) === DOT && (page.unit(start[i - 1]! - 1) | 32) === G && page.mark(i - 3) === DOT
  if (abbreviated) return true
  return isBefore(page, i, EXAMPLES, 3)
}
