/** Marks by name, as UTF-16 units. */
export const QUOTE = 34
export const HASH = 35
export const PERCENT = 37
export const AMPERSAND = 38
export const APOSTROPHE = 39
export const BRACKET = 40
export const CLOSING_BRACKET = 41
export const STAR = 42
export const PLUS = 43
export const COMMA = 44
export const DASH = 45
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const SEMICOLON = 59
export const EQUALS = 61
export const GREATER = 62
export const QUESTION = 63
export const AT_SIGN = 64
export const SQUARE = 91
export const BACKSLASH = 92
export const CARET = 94
export const UNDERSCORE = 95
export const PIPE = 124
export const TILDE = 126

/** A set of ASCII marks, asked for by their unit. */
export class MarkSet {
  readonly #in = new Uint8Array(128)

  constructor(marks: string) {
    for (let i = 0; i < marks.length; i++) this.#in[marks.charCodeAt(i)] = 1
  }

  has(unit: number): boolean {
    return unit < 128 && this.#in[unit] === 1
  }
}
