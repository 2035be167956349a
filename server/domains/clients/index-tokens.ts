import {
  deletions,
  digits,
  emailKey,
  identifierKey,
  nameWords,
  PHONE_TAIL,
  phoneKeys,
  phoneTail,
} from '../../platform/search/normalize.ts'
import { soundKeys } from '../../platform/search/sound.ts'
import type { Tokenizer } from '../../platform/search/tokens.ts'
import type { RecordClasses } from './schema.ts'

/**
 * Raised whenever the tokens of the same record come out otherwise: clients with older ones are indexed anew in the
 * background (reindex.ts). 2: sound-alikes, national telephone numbers, last seven digits.
 */
export const TOKEN_VERSION = 2
/** Stands among a client's tokens and says which version they are of; no token is negative. */
export const VERSION_MARK = -TOKEN_VERSION

/** Prefixes of a word are indexed up to this length; longer queries are checked after opening. */
export const PREFIX_MAX = 8
/** Misspellings are tolerated in words of at least this length, looked at up to `NEAR_MAX` letters. */
export const NEAR_MIN = 4
export const NEAR_MAX = 10

export function prefixes(word: string): string[] {
  const out: string[] = []
  for (let n = 1; n <= Math.min(PREFIX_MAX, word.length); n++) out.push(word.slice(0, n))
  return out
}

/** What a misspelt word shares with the right one: the word and all its single deletions, cut to a length. */
export const nearKeys = (word: string): string[] =>
  word.length < NEAR_MIN ? [] : deletions(word.slice(0, NEAR_MAX))

/** Every word by which a client can be found by name, once each. */
export function wordsOf(contact: RecordClasses['contact']): string[] {
  const texts = contact.names.flatMap((n) => [...n.given, n.family ?? '', n.text ?? ''])
  if (contact.organisationName) texts.push(contact.organisationName)
  return [...new Set(texts.flatMap(nameWords))]
}

/** Words of names repeat from client to client: what each gives is kept in memory, up to this many. */
const WORDS = 20_000
const ofWords = new WeakMap<Tokenizer, Map<string, readonly number[]>>()

function wordTokens(t: Tokenizer, word: string): readonly number[] {
  const seen = ofWords.get(t) ?? new Map<string, readonly number[]>()
  ofWords.set(t, seen)
  const known = seen.get(word)
  if (known) return known
  const made = [
    ...t.tokens('name-prefix', prefixes(word)),
    ...t.tokens('name-near', nearKeys(word)),
    ...t.tokens('name-sound', soundKeys(word)),
  ]
  if (seen.size >= WORDS) seen.clear()
  seen.set(word, made)
  return made
}

/** All tokens of a client's record, sorted and without repetition, behind the mark of their version. */
export function recordTokens(t: Tokenizer, record: Partial<RecordClasses>): number[] {
  const out = new Set<number>([VERSION_MARK])
  const add = (tokens: readonly number[]) => {
    for (const token of tokens) out.add(token)
  }
  const { contact, demographic, identifier } = record
  if (contact) {
    for (const word of wordsOf(contact)) add(wordTokens(t, word))
    for (const { value } of contact.phones) {
      add(t.tokens('phone', phoneKeys(value)))
      if (phoneTail(value).length === PHONE_TAIL) add([t.token('phone-tail', phoneTail(value))])
    }
    add(
      t.tokens(
        'email',
        contact.emails.map((e) => emailKey(e.value)),
      ),
    )
  }
  if (demographic?.birthDate) add([t.token('birth-date', demographic.birthDate)])
  if (demographic?.tags.length)
    add(
      t.tokens(
        'tag',
        demographic.tags.map((tag) => tag.toLowerCase()),
      ),
    )
  if (identifier) {
    if (identifier.ssn) add([t.token('ssn', digits(identifier.ssn))])
    add(
      t.tokens(
        'mrn',
        identifier.mrns.map((m) => identifierKey(m.value)),
      ),
    )
    add(
      t.tokens(
        'member-id',
        identifier.memberIds.map((m) => identifierKey(m.value)),
      ),
    )
  }
  // As 32-bit numbers they sort in a quarter of the time.
  return [...Int32Array.from(out).sort()]
}
