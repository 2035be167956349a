import {
  digits,
  distance,
  emailKey,
  identifierKey,
  nameWords,
  phoneKey,
} from '../../platform/search/normalize.ts'
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
    if (bare.length >= 7) add('phone', phoneKey(value))
    for (const word of nameWords(value)) add('name-prefix', word.slice(0, PREFIX_MAX))
  }
  if (sees('identifier')) {
    if (bare.length === 9) add('ssn', bare)
    add('mrn', identifierKey(value))
    add('member-id', identifierKey(value))
  }
  return out
}

/**
 * The questions to the index, the strict one first: every word as a prefix. The tolerant one follows when
 * that finds too little. Undefined when the caller's roles show nothing by which to search.
 */
export function tokenQueries(
  t: Tokenizer,
  terms: Term[],
  classes: readonly RecordClass[],
  tag?: string,
): TokenQuery[] {
  const sees = (c: RecordClass) => classes.includes(c)
  const all: number[] = []
  const strictGroups: number[][] = []
  const nearGroups: number[][] = []
  let tolerant = false
  if (tag) all.push(t.token('tag', tag.toLowerCase()))
  const strict = [...all]
  for (const term of terms) {
    if (term.kind === 'date') {
      const token = t.token('birth-date', term.value)
      all.push(token)
      strict.push(token)
    } else if (term.kind === 'email') {
      const token = t.token('email', term.value)
      all.push(token)
      strict.push(token)
    } else if (term.kind === 'number') {
      const tokens = numberTokens(t, term.value, sees)
      strictGroups.push(tokens)
      nearGroups.push(tokens)
    } else {
      const prefix = t.token('name-prefix', term.value.slice(0, PREFIX_MAX))
      strict.push(prefix)
      const near = nearKeys(term.value)
      if (near.length) tolerant = true
      nearGroups.push([prefix, ...t.tokens('name-near', near)])
    }
  }
  const queries: TokenQuery[] = [{ all: strict, groups: strictGroups }]
  if (tolerant) queries.push({ all, groups: nearGroups })
  return queries
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

/** 0 for no match; higher is better: 3 the word itself, 2 a prefix or exact value, 1 misspelt. */
function scoreTerm(term: Term, record: Partial<RecordClasses>, words: string[]): number {
  const { contact, demographic, identifier } = record
  if (term.kind === 'date') return demographic?.birthDate === term.value ? 3 : 0
  if (term.kind === 'email') return contact?.emails.some((e) => emailKey(e.value) === term.value) ? 3 : 0
  if (term.kind === 'number') {
    const bare = digits(term.value)
    const key = identifierKey(term.value)
    if (bare.length >= 7 && contact?.phones.some((p) => phoneKey(p.value) === phoneKey(term.value))) return 3
    if (identifier && bare.length === 9 && identifier.ssn === bare) return 3
    if (
      identifier &&
      [...identifier.mrns, ...identifier.memberIds].some((m) => identifierKey(m.value) === key)
    )
      return 3
    const asWords = nameWords(term.value)
    return asWords.length && asWords.every((w) => words.some((x) => x.startsWith(w))) ? 2 : 0
  }
  let best = 0
  for (const word of words) {
    if (word === term.value) return 3
    if (word.startsWith(term.value)) best = 2
    else if (best === 0 && distance(word, term.value, tolerance(term.value)) <= tolerance(term.value))
      best = 1
  }
  return best
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
