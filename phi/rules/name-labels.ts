import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { AT_SIGN, DOT } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, MARK, MIXED, NUMBER, SHAPE } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { readPersonNumber } from './labelled-ids.ts'
import { addName } from './name-draft.ts'
import { isNameWord, readRun } from './name-run.ts'
import { isCallerAtWork, isEmployed } from './name-work.ts'
import type { ValueReader } from './reader.ts'
import { isPrivateHost, writesOfOwnCare } from './senders.ts'
import { FIRM, SOFT } from './values.ts'

/** A name after a label. */
export function readLabelledName(as: 'patient' | 'relative' | 'name' | 'part' | 'staff'): ValueReader {
  return (page, at, limit, strength, label) => {
    const t = page.tokens
    if (t.gap[at] === GAP.blank) return 0
    if (as === 'patient' && (t.type[at] === NUMBER || t.type[at] === MIXED))
      return readPersonNumber(page, at, limit, label)
    if (strength < SOFT && as === 'part') return readBarePart(page, at, label)
    if (strength < SOFT)
      return as === 'patient' || as === 'relative' || as === 'name' ? readBareName(page, at, limit, label) : 0
    if (as !== 'part' && strength < FIRM && t.gap[at]! < GAP.wide && t.shape[at] === SHAPE.lower) return 0
    let from = at
    if (page.is(from, W.title | W.providerTitle)) from = page.mark(from + 1) === DOT ? from + 2 : from + 1
    const run = readRun(page, from, {
      limit: Math.min(limit, from + 14),
      anyCase: strength === FIRM,
      comma: as !== 'part',
    })
    if (run === undefined) return 0
    const end = run.end
    if (page.is(end, W.org) && t.gap[end] === GAP.space) return 0
    if (as === 'staff' && page.zone[at] === ZONE.mailHeader && hasPrivateMail(page, end))
      return addName(page, from, end, 0.75, 'the sender or addressee of a mail with a private address')
    if (as === 'staff' && t.hash[label] === FROM && writesOfOwnCare(page, end))
      return addName(page, from, end, 0.75, 'the sender of a message about their own care', false, true)
    if (as === 'staff')
      return addName(page, from, end, 0.3, 'a name labelled as that of staff, a provider or a sender', true)
    const names = run.given + run.surnames + run.ambiguous
    if (as === 'name') {
      const vague = page.zone[at] === ZONE.mailHeader || !isClinical(page, at)
      if (names === 0 && (vague || run.words < 2)) return 0
      if (run.words < 2 && (vague || run.given === 0)) return 0
      if (run.given + run.surnames === 0 && !run.comma && vague) return 0
      if (isCallerAtWork(page, from, end))
        return addName(page, from, end, 0.3, 'a name of somebody who calls from an office', true)
      if (isEmployed(page, at)) return addName(page, from, end, 0.3, 'a name in a form for staff', true)
      const technical = page.around(TOPIC.infra, at, 12, 12) > 0 && !isClinical(page, at)
      return addName(page, from, end, technical ? 0.4 : vague ? 0.65 : 0.8, 'labelled as a name')
    }
    if (t.shape[from] === SHAPE.lower && names === 0 && run.words < 2) return 0
    if (run.words === 1 && run.unknown === 1 && run.caps && page.lengthOf(from) <= 3) return 0
    if (run.ambiguous === run.words && run.words === 1 && as !== 'part') return 0
    const reason =
      as === 'patient'
        ? 'labelled as the name of a patient or member'
        : as === 'relative'
          ? 'labelled as the name of somebody close to a patient'
          : 'labelled as part of a name'
    return addName(
      page,
      from,
      end,
      as === 'part' ? 0.8 : 0.92,
      reason,
      false,
      as === 'patient' || as === 'relative',
    )
  }
}

const SURNAME = wordSet('surname apellido apellidos')

/** "Last Name Ferreira   First Name Joana". */
function readBarePart(page: Page, at: number, label: number): number {
  const t = page.tokens
  const caps = t.shape[label] === SHAPE.caps && t.shape[at] === SHAPE.caps
  const shaped =
    (t.shape[label] !== SHAPE.lower || page.phraseEnd[label]! > label + 1) &&
    (caps || SURNAME.has(t.word[label]!) || page.phraseEnd[label]! > label + 1) &&
    t.gap[at] === GAP.space
  if (!shaped || t.shape[at] === SHAPE.lower || !isNameWord(page, at, false)) return 0
  const next = at + 1
  const ends =
    next >= t.count || t.gap[next]! >= GAP.wide || page.label(next) !== undefined || t.type[next] === MARK
  return ends ? addName(page, at, next, 0.7, 'written as part of a name, after a label') : 0
}

/** "Patient Joaquim Teixeira": the colon got lost, and what follows is written as a name is. */
function readBareName(page: Page, at: number, limit: number, label: number): number {
  const t = page.tokens
  if (t.shape[label] === SHAPE.lower || t.gap[at] !== GAP.space || !isClinical(page, at, 15)) return 0
  const run = readRun(page, at, { limit: Math.min(limit, at + 10), anyCase: false, comma: true })
  if (run === undefined || run.words < 2 || run.ambiguous === run.words || page.is(run.end, W.org)) return 0
  return addName(page, at, run.end, 0.7, 'written as a name, after a label', false, true)
}

const FROM = hashWord('from')
/** `<ana@gmail.com>` after the name. */
function hasPrivateMail(page: Page, end: number): boolean {
  for (let at = end; at < end + 12 && at < page.tokens.count && page.tokens.gap[at]! < GAP.line; at++)
    if (page.mark(at) === AT_SIGN) return isPrivateHost(page, at + 1)
  return false
}
