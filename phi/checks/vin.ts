const VALUES: Record<string, number> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8,
  J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9,
  S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
} // biome-ignore format: as the table in 49 CFR 565.15 reads
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

/** 17 characters, none of I, O and Q (ISO 3779). */
export function isVinShaped(text: string): boolean {
  if (text.length !== 17) return false
  for (const char of text.toUpperCase()) if (!(char >= '0' && char <= '9') && !(char in VALUES)) return false
  return true
}

/** A vehicle identification number with its check digit in place 9, as required in North America (49 CFR 565.15). */
export function isVin(text: string): boolean {
  if (!isVinShaped(text)) return false
  let sum = 0
  for (const [i, char] of [...text.toUpperCase()].entries())
    sum += (VALUES[char] ?? Number(char)) * WEIGHTS[i]!
  const check = sum % 11
  return text[8]!.toUpperCase() === (check === 10 ? 'X' : String(check))
}
