import {
  askedPhoneKeys,
  digits,
  distance,
  emailKey,
  identifierKey,
  nameWords,
  PHONE_TAIL,
  phoneKeys,
  phoneTail,
} from '../../platform/search/normalize.ts'
import { soundKeys, soundsAlike } from '../../platform/search/sound.ts'
import type { IndexField, Tokenizer } from '../../platform/search/tokens.ts'
import { nearKeys, PREFIX_MAX, wordsOf } from './index-tokens.ts'
import type { RecordClass, RecordClasses } from './schema.ts'

/** One part of what was typed, with all that it may mean. */
export interface Term {
  kind: 'date' | 'email' | 'word' | 'number'
  value: string
}

/** `02/03/1980`, `2-3-1980`, `1980-02-03` and `03.02.1980` as ISO dates. */
export function parseDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const [y, m, d] = iso
    ? [iso[1], iso[2], iso[3]]
    : us
      ? [us[3], us[1], us[2]]
      : dotted
        ? [dotted[3], dotted[2], dotted[1]]
        : []
  if (!y || !m || !d || Number(m) < 1 || Number(m) > 12 || Number(d) < 1 || Number(d) > 31) return undefined
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
}

const MOST_TERMS = 8

/** Takes apart what a person typed into the search box: any order, any mixture. */
export function parseQuery(q: string): Term[] {
  const text = q.trim().slice(0, 200)
  if (!text) return []
  if (parseDate(text)) return [{ kind: 'date', value: parseDate(text)! }]
  // A number written with spaces, dots and brackets is one number.
  if (/^[+(\d][\d\s().+-]*$/.test(text) && digits(text).length >= 4) return [{ kind: 'number', value: text }]
  const terms: Term[] = []
  for (const piece of text.split(/[\s,;]+/)) {
    if (!piece) continue
    const date = parseDate(piece)
    if (date) terms.push({ kind: 'date', value: date })
    else if (piece.includes('@')) terms.push({ kind: 'email', value: emailKey(piece) })
    else if (/\d/.test(piece)) terms.push({ kind: 'number', value: piece })
    else for (const word of nameWords(piece)) terms.push({ kind: 'word', value: word })
  }
  return terms.slice(0, MOST_TERMS)
}

/** An identifier with spaces inside has at most this many pieces: `AB 123 4`. */
const MOST_PIECES = 4

/** The whole text as one identifier, where spaces stand for its own signs: `AB 123-4` for `AB-1234`. */
export function asIdentifier(q: string): Term | undefined {
  const text = q.trim()
  const pieces = text.split(/\s+/)
  if (pieces.length < 2 || pieces.length > MOST_PIECES || !/\d/.test(text) || text.includes('@'))
    return undefined
  if (pieces.some((p) => parseDate(p)) || identifierKey(text).length < 4) return undefined
  return { kind: 'number', value: text }
}

/** What to ask of the index: all of `all`, and one token of each group. */
export interface TokenQuery {
  all: number[]
  groups: number[][]
}

/** What a number may be, as far as the caller may see the class that would show it. */
function numberTokens(t: Tokenizer, value: string, sees: (c: RecordClass) => boolean): number[] {
  const out: number[] = []
  const add = (field: IndexField, key: string) => key && out.push(t.token(field, key))
  const bare = digits(value)
  if (sees('contact')) {
    if (bare.length >= PHONE_TAIL) for (const key of askedPhoneKeys(value)) add('phone', key)
    if (bare.length === PHONE_TAIL) add('phone-tail', bare)
    for (const word of nameWords(value)) add('name-prefix', word.slice(0, PREFIX_MAX))
  }
  if (sees('identifier')) {
    if (bare.length === 9) add('ssn', bare)
    add('mrn', identifierKey(value))
    add('member-id', identifierKey(value))
  }
  return out
}

/** One question to the index, and the terms that a candidate must meet. */
export interface Question {
  terms: Term[]
  query: TokenQuery
  /** Candidates looked at beyond those that are answered: what the ranking chooses from, and what chance hits use up. */
  spare: number
}
const SPARE = 15
/** Many names share a sound, and most of those that do are refused as too far apart: more must be looked at. */
const SPARE_SOUND = 100

/**
 * The questions to the index, the strict one first: every word as a prefix. Those that follow are asked only when
 * it finds too little: the whole as one identifier, words misspelt, words that sound alike.
 */
export function questions(
  t: Tokenizer,
  terms: Term[],
  classes: readonly RecordClass[],
  tag?: string,
  whole?: Term,
): Question[] {
  const sees = (c: RecordClass) => classes.includes(c)
  const asked = (list: Term[], how: WordTokens | undefined, spare = SPARE): Question => ({
    terms: list,
    query: tokenQuery(t, list, sees, tag, how),
    spare,
  })
  const list = [asked(terms, undefined)]
  if (whole && sees('identifier')) list.push(asked([whole], undefined))
  const words = terms.filter((x) => x.kind === 'word')
  if (words.some((w) => nearKeys(w.value).length)) list.push(asked(terms, nearTokens))
  if (words.some((w) => soundKeys(w.value).length)) list.push(asked(terms, soundTokens, SPARE_SOUND))
  return list
}

/** The tokens of which a word needs one; without, it is its prefix that must be there. */
type WordTokens = (t: Tokenizer, word: string) => number[]
const prefixToken = (t: Tokenizer, word: string) => t.token('name-prefix', word.slice(0, PREFIX_MAX))
const nearTokens: WordTokens = (t, word) => [prefixToken(t, word), ...t.tokens('name-near', nearKeys(word))]
const soundTokens: WordTokens = (t, word) => [
  ...nearTokens(t, word),
  ...t.tokens('name-sound', soundKeys(word)),
]

function tokenQuery(
  t: Tokenizer,
  terms: Term[],
  sees: (c: RecordClass) => boolean,
  tag: string | undefined,
  how: WordTokens | undefined,
): TokenQuery {
  const all = tag ? [t.token('tag', tag.toLowerCase())] : []
  const groups: number[][] = []
  for (const { kind, value } of terms) {
    if (kind === 'date') all.push(t.token('birth-date', value))
    else if (kind === 'email') all.push(t.token('email', value))
    else if (kind === 'number') groups.push(numberTokens(t, value, sees))
    else if (how) groups.push(how(t, value))
    else all.push(prefixToken(t, value))
  }
  return { all, groups }
}

/** Whether the caller's roles show every class that the terms ask about. */
export function searchable(terms: Term[], classes: readonly RecordClass[], tag?: string): boolean {
  if (tag && !classes.includes('demographic')) return false
  return terms.every((t) =>
    t.kind === 'date'
      ? classes.includes('demographic')
      : t.kind === 'number'
        ? classes.includes('contact') || classes.includes('identifier')
        : classes.includes('contact'),
  )
}

/** How far a misspelling may be: one edit, two in long words. */
const tolerance = (word: string) => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0)

/** 0 for no match; higher is better: 4 the word or value itself, 3 a prefix, 2 misspelt, 1 sounds alike. */
function scoreTerm(term: Term, record: Partial<RecordClasses>, words: string[]): number {
  const { contact, demographic, identifier } = record
  if (term.kind === 'date') return demographic?.birthDate === term.value ? 4 : 0
  if (term.kind === 'email') return contact?.emails.some((e) => emailKey(e.value) === term.value) ? 4 : 0
  if (term.kind === 'number') return scoreNumber(term.value, contact, identifier, words)
  return Math.max(0, ...words.map((word) => scoreWord(term.value, word)))
}

function scoreWord(asked: string, word: string): number {
  if (word === asked) return 4
  if (word.startsWith(asked)) return 3
  const most = tolerance(asked)
  if (most && distance(word, asked, most) <= most) return 2
  return soundsAlike(asked, word) ? 1 : 0
}

function scoreNumber(
  value: string,
  contact: RecordClasses['contact'] | undefined,
  identifier: RecordClasses['identifier'] | undefined,
  words: string[],
): number {
  const bare = digits(value)
  const key = identifierKey(value)
  if (bare.length >= PHONE_TAIL) {
    const asked = askedPhoneKeys(value)
    if (contact?.phones.some((p) => phoneKeys(p.value).some((k) => asked.includes(k)))) return 4
  }
  if (identifier && bare.length === 9 && identifier.ssn === bare) return 4
  if (identifier && [...identifier.mrns, ...identifier.memberIds].some((m) => identifierKey(m.value) === key))
    return 4
  if (bare.length === PHONE_TAIL && contact?.phones.some((p) => phoneTail(p.value) === bare)) return 3
  const asWords = nameWords(value)
  return asWords.length && asWords.every((w) => words.some((x) => x.startsWith(w))) ? 3 : 0
}

/** Checks an opened candidate: a truncated token never yields a wrong hit. 0 means it is none. */
export function score(terms: Term[], record: Partial<RecordClasses>, tag?: string): number {
  if (tag && !record.demographic?.tags.some((x) => x.toLowerCase() === tag.toLowerCase())) return 0
  const words = record.contact ? wordsOf(record.contact) : []
  let total = 1
  for (const term of terms) {
    const s = scoreTerm(term, record, words)
    if (!s) return 0
    total += s
  }
  return total
}
