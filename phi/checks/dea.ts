const REGISTRANTS = 'ABCDEFGHJKLMPRSTUX'

/**
 * A DEA registration number: a letter for the kind of registrant, the first letter of the name (or 9), six digits and
 * a check digit, the last of (d1 + d3 + d5) + 2 (d2 + d4 + d6) (DEA Diversion Control Division, registration numbers).
 */
export function isDea(text: string): boolean {
  if (text.length !== 9 || !REGISTRANTS.includes(text[0]!.toUpperCase())) return false
  const second = text.charCodeAt(1) | 32
  if (!(second >= 97 && second <= 122) && text[1] !== '9') return false
  const d: number[] = []
  for (let i = 2; i < 9; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return false
    d.push(digit)
  }
  return (d[0]! + d[2]! + d[4]! + 2 * (d[1]! + d[3]! + d[5]!)) % 10 === d[6]
}
