import type { Requester } from './words.ts'

/** Somebody by an address. */
export interface Addressed {
  name?: string | undefined
  email: string
}

/** Who else a message goes to, or came to: openly, and without the others' knowing. */
export interface Copies {
  cc: Addressed[]
  bcc: Addressed[]
}

const key = (email: string) => email.trim().toLowerCase()

/** Each address once, none of `but`. */
export function distinct<A extends Addressed>(people: readonly A[], but: readonly string[] = []): A[] {
  const seen = new Set(but.map(key))
  return people.filter(({ email }) => !seen.has(key(email)) && seen.add(key(email)))
}

/** Copies without anybody twice; undefined where nobody is left. An address that is openly named is not hidden too. */
export function copiesFor(
  cc: readonly Addressed[],
  bcc: readonly Addressed[],
  but: readonly string[] = [],
): Copies | undefined {
  const open = distinct(cc, but)
  const hidden = distinct(bcc, [...but, ...open.map((a) => a.email)])
  return open.length || hidden.length ? { cc: open, bcc: hidden } : undefined
}

/** Everybody who took part by e-mail beside the requester: who wrote, and who was in open copy. */
export const participants = (
  messages: readonly { from: Requester | null; copies: Copies | null }[],
  requester: Requester | null,
): Addressed[] =>
  distinct(
    messages.flatMap(({ from, copies }) => [
      ...(from?.email ? [{ ...from, email: from.email }] : []),
      ...(copies?.cc ?? []),
    ]),
    requester?.email ? [requester.email] : [],
  )
