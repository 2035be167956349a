import { hashWord } from '../text/hash.ts'
import type { Page } from '../text/page.ts'

const INSURERS = new Set(
  'aetna cigna humana anthem kaiser bcbs blue medicare medicaid tricare united uhc insurance ins insured insurer payer payor coverage carrier subscriber policy deductible copay plan hmo ppo member mbr connector group seguro poliza bin pcn'
    .split(' ')
    .map(hashWord),
)

/** Whether talk of a health plan stands within some tokens before. */
export function isOfInsurance(page: Page, i: number, steps: number): boolean {
  for (let at = i - 1; at >= 0 && at >= i - steps; at--) if (INSURERS.has(page.tokens.hash[at]!)) return true
  return false
}
