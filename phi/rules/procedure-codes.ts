import { passesLuhn } from '../checks/luhn.ts'
import { wordSet } from '../lexicon/words.ts'
import { COMMA, DASH, DOT, SLASH } from '../text/marks.ts'
import type { Page } from '../text/page.ts'
import { GAP, MIXED, NUMBER } from '../text/tokens.ts'
import { isBefore, isNear } from './near.ts'

// Codes of what is done and measured (CPT, HCPCS, LOINC), which are nobody's. Each answers the token after, or 0.

/** What is a code from the number at token `i` on. */
export function readProcedureCode(page: Page, i: number): number {
  if (page.tokens.type[i] !== NUMBER) return 0
  const size = page.lengthOf(i)
  const mark = page.tokens.gap[i + 1] === GAP.none ? page.mark(i + 1) : 0
  if (mark === DASH && page.lengthOf(i + 2) === 1) return readLoinc(page, i, size)
  if (size !== CODE) return 0
  return readRangeOfCodes(page, i, mark) || readListOfCodes(page, i) || readAfterDone(page, i)
}

const CODE = 5
const SHARED = 3

/** "77046-77049", "81425/81426": from one code to another of its kind. */
function readRangeOfCodes(page: Page, i: number, mark: number): number {
  const { start, end, type, gap } = page.tokens
  const last = i + 2
  if ((mark !== DASH && mark !== SLASH) || type[last] !== NUMBER || gap[last] !== GAP.none) return 0
  if (page.lengthOf(last) !== CODE || isOfSomebody(page, i)) return 0
  const next = page.mark(last + 1)
  if ((next === DASH || next === SLASH) && gap[last + 1] === GAP.none) return 0
  const [from, to] = [page.slice(start[i]!, end[i]!), page.slice(start[last]!, end[last]!)]
  return from.slice(0, SHARED) === to.slice(0, SHARED) && to > from ? last + 1 : 0
}

const OF_SOMEBODY = wordSet(
  'mrn mrns mr chart charts record records member id ids number numbers acct account accounts visit csn accession acc patient patients',
)

/** A word for a record, a member or an account shortly before. */
export const isOfSomebody = (page: Page, i: number): boolean => isBefore(page, i, OF_SOMEBODY, 3)

const CODING = wordSet('cpt hcpcs hcpc modifier modifiers scrubber ncci bundled bundling rvu rvus edit edits')
const CODING_REACH = 16

/** "45378, 45380, 45385, G0105": codes one after another, in talk of coding. */
function readListOfCodes(page: Page, i: number): number {
  if (!isListed(page, i + 1) || !isCode(page, i + 2) || isOfSomebody(page, i)) return 0
  if (page.tokens.gap[i] === GAP.none || page.mark(i + 3) === DASH) return 0
  const { word, count } = page.tokens
  for (let at = Math.max(0, i - CODING_REACH); at < Math.min(count, i + CODING_REACH); at++) {
    if (!CODING.has(word[at]!)) continue
    let end = i + 1
    while (end < i + MOST && isListed(page, end) && isCode(page, end + 1)) end += 2
    return end
  }
  return 0
}

const MOST = 80

const isListed = (page: Page, i: number): boolean =>
  page.mark(i) === COMMA && page.tokens.gap[i] === GAP.none && page.tokens.gap[i + 1] === GAP.space

/** Five digits, or a letter and four. */
function isCode(page: Page, i: number): boolean {
  const { type, start } = page.tokens
  if ((type[i] !== NUMBER && type[i] !== MIXED) || page.lengthOf(i) !== CODE) return false
  return page.areDigits(start[i]! + 1, start[i]! + CODE)
}

/** Words for what is done, and the digits with which its codes begin. */
const DONE: [string, string[]][] = [
  ['anesthesia anaesthesia anes', ['00', '01']],
  [
    'mri mra ct cta pet ultrasound xray mammogram mammo dexa imaging',
    ['70', '71', '72', '73', '74', '75', '76', '77', '78'],
  ],
  ['study polysomnography psg titration', ['957', '958']],
  ['therapy', ['970', '971', '975']],
  ['colonoscopy', ['443', '453']],
  ['egd endoscopy', ['432']],
  ['echo echocardiogram ekg ecg', ['930', '933']],
  ['visit consult', ['992', '993', '994']],
]
const ANY = wordSet(DONE.map(([words]) => words).join(' '))
const FRONTS = DONE.map(([words, fronts]) => [wordSet(words), fronts] as const)

/** "sleep study 95810", "anesthesia 00840": a code right after what it stands for, with the digits of its kind. */
function readAfterDone(page: Page, i: number): number {
  const { word, gap, start } = page.tokens
  const before = word[i - 1] ?? 0
  if (!ANY.has(before) || gap[i] !== GAP.space || page.mark(i + 1) === DASH) return 0
  for (const [words, fronts] of FRONTS) {
    if (!words.has(before)) continue
    for (const front of fronts) if (page.slice(start[i]!, start[i]! + front.length) === front) return i + 1
  }
  return 0
}

const OF_RESULTS = wordSet(
  'loinc loincs obx obr ucum snomed map maps mapped mapping analyte analytes compendium',
)
const RESULTS_REACH = 24
const LEAST_LOINC = 3

/** "24323-8", with its check digit, in talk of results and how they are mapped. */
function readLoinc(page: Page, i: number, size: number): number {
  const { start, end, gap, type } = page.tokens
  if (size < LEAST_LOINC || size > CODE || type[i + 2] !== NUMBER || gap[i + 2] !== GAP.none) return 0
  const next = page.mark(i + 3)
  if ((next === DASH || next === DOT) && gap[i + 3] === GAP.none && gap[i + 4] === GAP.none) return 0
  if (!passesLuhn(page.slice(start[i]!, end[i]!) + page.slice(start[i + 2]!, end[i + 2]!))) return 0
  if (isNear(page, i, OF_RESULTS, RESULTS_REACH)) return i + 3
  return 0
}
