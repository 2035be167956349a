import { OWNER } from '../lexicon/owners.ts'
import { LoneDigits } from '../text/numbers.ts'
import type { Page } from '../text/page.ts'
import { GAP, NUMBER } from '../text/tokens.ts'
import { isClinical } from './context.ts'
import { KIND_OF_OWNER, ownerNear } from './owners.ts'
import { isTold } from './phone-owners.ts'

const lone = new LoneDigits()
const LEAST = 6
const MOST = 12
const REACH = 8

/** "the number on the bottle is 7 1 1 0 4 2 9": digits said one by one, after a word for what they are of. */
export function readLoneDigits(page: Page, i: number): number {
  const t = page.tokens
  if (t.type[i + 1] !== NUMBER || page.lengthOf(i + 1) !== 1 || t.gap[i + 1] !== GAP.space) return 0
  if (t.type[i + 2] !== NUMBER || page.lengthOf(i + 2) !== 1 || !isClinical(page, i, 40)) return 0
  if (!lone.read(page.window.units, t.start[i]!, page.window.length, LEAST) || lone.count > MOST)
    return readGroupsByComma(page, i)
  const [count, to] = [lone.count, lone.end]
  const end = page.tokenAfter(to, i)
  const { owner, distance, pointed } = ownerNear(page, i, end)
  if ((owner === OWNER.phone && (count === 7 || count === 10)) || (count === 10 && isTold(page, i, end))) {
    const reason = 'a phone number, digit by digit'
    return page.add('phone', t.start[i]!, to, i, 0.7, reason, 'identifier')
  }
  const kind = distance <= REACH ? KIND_OF_OWNER[owner] : undefined
  if (kind === undefined || owner === OWNER.query || (owner === OWNER.person && !pointed)) return 0
  return page.add(
    kind,
    t.start[i]!,
    to,
    i,
    0.65,
    'a number digit by digit, in a text about care',
    'identifier',
  )
}

/** "I'm at 5 1 5, 5 5 5, 0 1 8 1" */
function readGroupsByComma(page: Page, i: number): number {
  const from = page.tokens.start[i]!
  if (!lone.read(page.window.units, from, page.window.length, LEAST, true) || lone.count !== 10) return 0
  const end = page.tokenAfter(lone.end, i)
  if (!isTold(page, i, end) && ownerNear(page, i, end).owner !== OWNER.phone) return 0
  return page.add('phone', from, lone.end, i, 0.7, 'a phone number, digit by digit', 'identifier')
}
