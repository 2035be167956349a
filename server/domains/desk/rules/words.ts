import { emailKey, nameWords } from '../../../platform/search/normalize.ts'
import type { Tokenizer } from '../../../platform/search/tokens.ts'
import { tagKey } from './tags.ts'

/** Prefixes of a subject's word are indexed up to this length. */
const PREFIX_MAX = 8
/** Longer texts are indexed up to so many different words. */
const WORDS_MAX = 2000

export interface Requester {
  name?: string | undefined
  email?: string | undefined
}

const prefixes = (word: string): string[] =>
  Array.from({ length: Math.min(PREFIX_MAX, word.length) }, (_, i) => word.slice(0, i + 1))

/** The different words of a text, without marks, lower case. */
export const wordsOf = (text: string): string[] => [...new Set(nameWords(text))].slice(0, WORDS_MAX)

const sorted = (tokens: number[]) => [...new Set(tokens)].sort((a, b) => a - b)

/** Tokens of the ticket itself: words of subject, requester's name and tags with prefixes, each tag whole, e-mail. */
export function ticketTokens(
  t: Tokenizer,
  ticket: { subject: string; tags: readonly string[]; requester: Requester | null },
): number[] {
  const words = wordsOf(`${ticket.subject} ${ticket.requester?.name ?? ''} ${ticket.tags.join(' ')}`)
  return sorted([
    ...words.flatMap((w) => t.tokens('ticket-prefix', prefixes(w))),
    ...t.tokens('ticket-word', words),
    ...t.tokens('ticket-tag', ticket.tags.map(tagKey)),
    ...(ticket.requester?.email ? [emailToken(t, ticket.requester.email)] : []),
  ])
}

/** Of a requester's address: finds their tickets. */
export const emailToken = (t: Tokenizer, email: string): number => t.token('ticket-email', emailKey(email))

/** Tokens of a message: its words, exact. */
export const messageTokens = (t: Tokenizer, body: string): number[] =>
  sorted(t.tokens('ticket-word', wordsOf(body)))

/** What somebody typed, as words that are looked for one by one; an e-mail address is one. */
export const typedWords = (q: string): string[] =>
  q.split(/\s+/).flatMap((typed) => (typed.includes('@') ? [typed] : nameWords(typed)))

/** What a typed word may stand for; any of them makes a candidate. */
export const queryTokens = (t: Tokenizer, word: string): number[] =>
  word.includes('@')
    ? [t.token('ticket-email', emailKey(word))]
    : sorted([t.token('ticket-prefix', word.slice(0, PREFIX_MAX)), t.token('ticket-word', word)])
