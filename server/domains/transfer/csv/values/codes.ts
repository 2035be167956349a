import type { Read } from './text.ts'

type Sex = 'female' | 'male' | 'other' | 'unknown'
const SEXES = new Map<string, Sex>(
  Object.entries({
    f: 'female',
    female: 'female',
    w: 'female',
    woman: 'female',
    girl: 'female',
    m: 'male',
    male: 'male',
    man: 'male',
    boy: 'male',
    o: 'other',
    x: 'other',
    other: 'other',
    nonbinary: 'other',
    'non-binary': 'other',
    nb: 'other',
    intersex: 'other',
    u: 'unknown',
    unk: 'unknown',
    unknown: 'unknown',
    'not specified': 'unknown',
    'prefer not to say': 'unknown',
    'declined to answer': 'unknown',
  }),
)

/** Administrative sex, in FHIR's four codes. */
export function sex(text: string): Read<Sex> {
  const value = SEXES.get(text.toLowerCase())
  return value ? { value } : { problem: 'is not female, male, other or unknown' }
}

type Preferred = 'phone' | 'sms' | 'email' | 'post' | 'portal' | 'none'
const PREFERRED = new Map<string, Preferred>(
  Object.entries({
    phone: 'phone',
    telephone: 'phone',
    call: 'phone',
    voice: 'phone',
    cell: 'phone',
    mobile: 'phone',
    home: 'phone',
    sms: 'sms',
    text: 'sms',
    'text message': 'sms',
    email: 'email',
    'e-mail': 'email',
    mail: 'post',
    post: 'post',
    letter: 'post',
    'postal mail': 'post',
    portal: 'portal',
    none: 'none',
    'do not contact': 'none',
  }),
)

/** How the client wants to be reached. */
export function preferredContact(text: string): Read<Preferred> {
  const value = PREFERRED.get(text.toLowerCase())
  return value ? { value } : { problem: 'is not phone, text message, e-mail, post, portal or none' }
}

const LANGUAGES = new Map<string, string>(
  Object.entries({
    english: 'en',
    eng: 'en',
    spanish: 'es',
    spa: 'es',
    español: 'es',
    chinese: 'zh',
    mandarin: 'cmn',
    cantonese: 'yue',
    tagalog: 'tl',
    vietnamese: 'vi',
    arabic: 'ar',
    french: 'fr',
    korean: 'ko',
    russian: 'ru',
    german: 'de',
    portuguese: 'pt',
    'haitian creole': 'ht',
    hindi: 'hi',
    polish: 'pl',
    italian: 'it',
    japanese: 'ja',
    urdu: 'ur',
    persian: 'fa',
    farsi: 'fa',
    gujarati: 'gu',
    bengali: 'bn',
    punjabi: 'pa',
    telugu: 'te',
    tamil: 'ta',
    hmong: 'hmn',
    navajo: 'nv',
    somali: 'so',
    amharic: 'am',
    swahili: 'sw',
    ukrainian: 'uk',
    hebrew: 'he',
    yiddish: 'yi',
    greek: 'el',
    thai: 'th',
    khmer: 'km',
    lao: 'lo',
    nepali: 'ne',
    burmese: 'my',
    turkish: 'tr',
    romanian: 'ro',
    dutch: 'nl',
    'american sign language': 'ase',
    asl: 'ase',
  }),
)
const TAG = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/

/** A language as a BCP 47 tag; English names of the languages most spoken in the US are understood. */
export function language(text: string): Read<string> {
  const known = LANGUAGES.get(text.toLowerCase())
  if (known) return { value: known }
  if (text.length > 35) return { problem: 'is longer than 35 characters' }
  if (TAG.test(text)) return { value: text.replaceAll('_', '-') }
  return { value: text, warning: 'is not a language this import knows; kept as written' }
}

const YES = new Set(['y', 'yes', 'true', 't', '1', 'x', 'deceased', 'dead', 'died'])
const NO = new Set(['n', 'no', 'false', 'f', '0', 'alive', 'living'])

/** Yes or no; undefined where the text is neither. */
export function yesNo(text: string): boolean | undefined {
  const lower = text.toLowerCase()
  return YES.has(lower) ? true : NO.has(lower) ? false : undefined
}
