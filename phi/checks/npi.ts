import { passesLuhn } from './luhn.ts'

/**
 * A National Provider Identifier: ten digits, the first 1 or 2, whose Luhn check is computed with the prefix 80840
 * (CMS, "Requirements for NPI and NPI Check Digit"; 45 CFR 162.406).
 */
export function isNpi(digits: string): boolean {
  return digits.length === 10 && (digits[0] === '1' || digits[0] === '2') && passesLuhn(`80840${digits}`)
}
