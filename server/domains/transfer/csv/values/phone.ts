import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Read } from './text.ts'

const NANP = /^(?:\+?1[-. ]?)?\(?([2-9]\d{2})\)?[-. ]{0,2}([2-9]\d{2})[-. ]?(\d{4})$/
const E164 = /^\+[1-9]\d{6,14}$/

/**
 * A telephone number in E.164 (`+15558107203`), an extension as RFC 3966 writes it (`;ext=12`). What is no
 * complete number but has at least seven digits is kept as it came, with a warning. Plain North American
 * numbers, nearly all there are, take a short path.
 */
export function phone(text: string, region: CountryCode): Read<string> {
  if (E164.test(text)) return { value: text }
  if (region === 'US' || region === 'CA') {
    const m = NANP.exec(text)
    if (m) return { value: `+1${m[1]}${m[2]}${m[3]}` }
  }
  if (text.length > 40) return { problem: 'is longer than 40 characters' }
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false })
  if (parsed?.isPossible()) {
    return { value: parsed.ext ? `${parsed.number};ext=${parsed.ext}` : parsed.number }
  }
  const digits = text.replace(/\D/g, '').length
  if (digits < 7) return { problem: 'is not a telephone number' }
  return { value: text, warning: 'is not a complete telephone number; kept as written' }
}
