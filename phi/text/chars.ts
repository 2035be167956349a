/** What a UTF-16 unit is to the scanner. */
export const OTHER = 0
export const SPACE = 1
export const NEWLINE = 2
export const LOWER = 3
export const UPPER = 4
/** A letter of a script without case. */
export const LETTER = 5
export const DIGIT = 6
/** Invisible, or a mark on the letter before: skipped, so that it can't hide anything. */
export const SKIP = 7

/** Class of each UTF-16 unit. */
export const classOf = new Uint8Array(65_536)
/** Each unit in its plain form: full-width and foreign digits, dashes, quotes and spaces as ASCII. */
export const plain = new Uint16Array(65_536)
/** Each plain unit without accent and in lower case, for comparing words. */
export const base = new Uint16Array(65_536)

const MARK = /^[\p{M}\p{Cf}]$/u
const LOWERCASE = /^\p{Ll}$/u
const UPPERCASE = /^[\p{Lu}\p{Lt}]$/u
const ANY_LETTER = /^\p{L}$/u
const DECIMAL = /^\p{Nd}$/u
const BLANK = /^[\p{Zs}\t]$/u

const DASHES = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d]
const PLAIN_FORMS: [string, number[]][] = [
  ['-', DASHES],
  ["'", [0x2018, 0x2019, 0x02bc, 0x00b4, 0x0060]],
  ['"', [0x201c, 0x201d, 0x00ab, 0x00bb]],
  ['/', [0x2044, 0x2215]],
  ['.', [0x2024]],
]

function classify(unit: number, char: string): number {
  if (unit === 10 || unit === 13 || unit === 11 || unit === 12 || unit === 0x2028 || unit === 0x2029)
    return NEWLINE
  if (BLANK.test(char)) return SPACE
  if (MARK.test(char)) return SKIP
  if (LOWERCASE.test(char)) return LOWER
  if (UPPERCASE.test(char)) return UPPER
  if (ANY_LETTER.test(char)) return LETTER
  return DECIMAL.test(char) ? DIGIT : OTHER
}

let decimalRun = 0
for (let unit = 0; unit < 65_536; unit++) {
  const surrogate = unit >= 0xd800 && unit <= 0xdfff
  const char = String.fromCharCode(unit)
  plain[unit] = unit
  base[unit] = unit
  const kind = surrogate ? OTHER : classify(unit, char)
  classOf[unit] = kind
  if (kind === DIGIT) {
    // Unicode keeps the digits of each script in a run of ten, from zero.
    plain[unit] = 48 + (decimalRun++ % 10)
  } else decimalRun = 0
  if (kind === SPACE && unit !== 9) plain[unit] = 32
  if (unit >= 0xff01 && unit <= 0xff5e && kind !== DIGIT) plain[unit] = unit - 0xfee0
  if (kind === LOWER || kind === UPPER)
    base[unit] = char.normalize('NFKD').charAt(0).toLowerCase().charCodeAt(0)
}
for (const [to, units] of PLAIN_FORMS) {
  for (const unit of units) {
    plain[unit] = to.charCodeAt(0)
    classOf[unit] = OTHER
  }
}

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
export const isAsciiLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122
