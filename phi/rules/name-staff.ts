import { W } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { AT_SIGN, BRACKET, COLON, COMMA, DASH } from '../text/marks.ts'
import { type Page, ZONE } from '../text/page.ts'
import { GAP, SHAPE } from '../text/tokens.ts'
import { isClinical, isStaffSignature } from './context.ts'

export function isStaffBeside(page: Page, i: number, end: number): boolean {
  const t = page.tokens
  if (page.zone[i] === ZONE.mailHeader || isStaffSignature(page, i)) return true
  const comma = page.mark(end) === COMMA ? end + 1 : end
  const credential = page.is(comma, W.credential) && t.shape[comma] !== SHAPE.lower
  if (credential && (comma > end || t.shape[comma] === SHAPE.caps)) return true
  const apposition =
    page.mark(end) === COMMA ||
    page.mark(end) === BRACKET ||
    page.mark(end) === DASH ||
    t.gap[end] === GAP.line
  return apposition && page.after2(end, W.staff, 6)
}

const ASSIGNING = W.assigner | W.greeting | W.closer | W.staff

export const FROM = hashWord('from')

const BY = hashWord('by')

export function isOfStaff(page: Page, i: number, end: number): boolean {
  if (isStaffBeside(page, i, end)) return true
  const t = page.tokens
  let at = i - 1
  const mark = page.mark(at)
  if (mark === COMMA || mark === COLON || mark === AT_SIGN) at--
  if (t.gap[i]! >= GAP.line) return false
  const loose = t.hash[at] === FROM || (t.hash[at] === BY && !page.is(at - 1, W.assigner))
  if (loose && isClinical(page, i)) return false
  return page.is(at, ASSIGNING) && !page.is(at, W.patient | W.kin | W.care)
}
