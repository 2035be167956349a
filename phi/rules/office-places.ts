import { W, wordSet } from '../lexicon/words.ts'
import { hashWord } from '../text/hash.ts'
import { COLON } from '../text/marks.ts'
import { type Page, TOPIC, ZONE } from '../text/page.ts'
import { GAP, SHAPE, WORD } from '../text/tokens.ts'
import { isClinical, isStaffSignature } from './context.ts'
import { isOurs } from './phone-context.ts'

// Whether an address or a town is that of an office, a payer or a vendor.

/** Whether an address is that of an office: under a signature or a letterhead's name of an organization. */
export function isOfOffice(page: Page, i: number): boolean {
  if (page.zone[i] === ZONE.signature) return isStaffSignature(page, i)
  if (isOfPayer(page, i)) return true
  if (isOurs(page, i) && page.around(TOPIC.patient, i, 25, 25) + page.around(TOPIC.health, i, 25, 25) === 0)
    return true
  if ((isBilled(page, i) || isAttended(page, i)) && !isClinical(page, i, 20)) return true
  return (
    followsOrganization(page, i) && page.around(TOPIC.patient, i, 20, 10) === 0 && !page.before(i, W.given, 8)
  )
}

const HOME = hashWord('home')

/** The name of an organization stands a few words before; "Group home" is where people live. */
function followsOrganization(page: Page, i: number): boolean {
  const t = page.tokens
  for (let at = i - 1; at >= 0 && at >= i - 7 && t.gap[at + 1] !== GAP.blank; at--)
    if (
      page.is(at, W.org) &&
      !page.is(at, W.street) &&
      t.shape[at] !== SHAPE.lower &&
      t.hash[at + 1] !== HOME &&
      page.mark(at + 1) !== COLON
    )
      return true
  return false
}

const BILL = hashWord('bill')

const BILLED = wordSet('e911 exempt remit lockbox invoice vendor ein letterhead office warehouse tin')

const ATTENTION = wordSet('attn attention receiving dock')

/** "8820 Commerce Pkwy, Attn: Receiving" */
function isAttended(page: Page, i: number): boolean {
  for (let at = i; at < i + 12; at++) if (ATTENTION.has(page.tokens.word[at] ?? 0)) return true
  return false
}

const PAYERS = wordSet('plan payer payor carrier insurer insurance claims appeals remittance')
const UNITS_OF_PAYERS = wordSet(
  'appeals claims grievances grievance remit remittance refunds recovery lockbox',
)
const ADDRESS = hashWord('address')

/** "the plan address, P.O. Box ..." */
function isOfPayer(page: Page, i: number): boolean {
  for (let at = i - 1; at > 0 && at >= i - 3; at--)
    if (page.tokens.hash[at] === ADDRESS) return PAYERS.has(page.tokens.word[at - 1]!)
  // "or write to the Appeals Unit, P.O. Box 7359"
  if (page.tokens.type[i] === WORD)
    for (let at = i - 1; at > 0 && at >= i - 8; at--)
      if (UNITS_OF_PAYERS.has(page.tokens.word[at]!)) return true
  return false
}

/** "Bill to:", "Remit to:". */
function isBilled(page: Page, i: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - 14; at--)
    if (BILLED.has(page.tokens.word[at]!) || (page.tokens.hash[at] === BILL && page.mark(at + 2) === COLON))
      return true
  return false
}
