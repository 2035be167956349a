/** C: 1 to 9; N: 0 to 9; A: a letter but S, L, O, I, B, Z; X: N or A. */
const PATTERN = 'CAXNAXNAANN'
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY'

const LOOKALIKES: Record<string, string> = { S: '5', L: '1', O: '0', I: '1', B: '8', Z: '2' }

/** With the digits that were read as letters: none of these letters stands in such a number. */
export const mendMbi = (text: string): string =>
  text.toUpperCase().replace(/[SLOIBZ]/g, (letter) => LOOKALIKES[letter]!)

/** A Medicare Beneficiary Identifier without its dashes (CMS, "Understanding the MBI Format"). */
export function isMbi(text: string): boolean {
  if (text.length !== PATTERN.length) return false
  for (let i = 0; i < PATTERN.length; i++) {
    const char = text[i]!.toUpperCase()
    const digit = char >= '0' && char <= '9'
    const letter = LETTERS.includes(char)
    const rule = PATTERN[i]
    const fits =
      rule === 'C' ? digit && char !== '0' : rule === 'N' ? digit : rule === 'A' ? letter : digit || letter
    if (!fits) return false
  }
  return true
}

/** Endings of the Health Insurance Claim Numbers that Medicare used until 2019: SSN plus a beneficiary code. */
const BENEFICIARY_CODES =
  /^(?:A|B[1-9]?|C[1-9]|D[1-9]?|E[1-9]?|F[1-8]|HA|HB|HC|J[1-4]|K[1-4]|M1?|T[AB]?|W[1-9]?)$/

/** The letters after the nine digits of a claim number (HICN). */
export function isHicnSuffix(text: string): boolean {
  return text.length <= 2 && BENEFICIARY_CODES.test(text.toUpperCase())
}
