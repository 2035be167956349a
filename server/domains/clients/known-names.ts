import { nameWords } from '../../platform/search/normalize.ts'
import { type Tokenizer, tokenizer } from '../../platform/search/tokens.ts'
import type { Services } from '../../platform/services.ts'
import { NEAR_MAX, NEAR_MIN, PREFIX_MAX } from './index-tokens.ts'

const KNOWN = { name: 'known-names', text: 'select wk_known_names($1, $2) as known' }
const BATCH = 500

/**
 * Which of these are names of the organization's clients, whatever walls stand before them: at least two words that one
 * client carries, without regard to accents and case. For the detector alone: it answers yes or no, and no more.
 */
export async function areKnownNames(
  services: Pick<Services, 'db' | 'keys'>,
  orgId: string,
  names: readonly (readonly string[])[],
): Promise<boolean[]> {
  const t = await tokenizer(services.keys, orgId)
  const known = names.map(() => false)
  const asked = names
    .map((words, i) => ({ i, tokens: tokensOf(t, words) }))
    .filter(({ tokens }) => tokens.length > 0)
  for (let at = 0; at < asked.length; at += BATCH) {
    const batch = asked.slice(at, at + BATCH)
    const [row] = await services.db.withContext(
      { orgId, userId: null },
      (tx) =>
        tx.run<{ known: boolean[] }>(KNOWN, [
          batch.flatMap((b) => b.tokens),
          batch.map((b) => b.tokens.length),
        ]),
      'worker',
    )
    for (const [n, { i }] of batch.entries()) known[i] = row!.known[n]!
  }
  return known
}

/** A whole word: it begins like one of the client's, and is within a letter of it. */
function tokensOf(t: Tokenizer, words: readonly string[]): number[] {
  const plain = [...new Set(words.flatMap(nameWords))]
  if (plain.length < 2) return []
  return plain.flatMap((word) => [
    t.token('name-prefix', word.slice(0, PREFIX_MAX)),
    ...(word.length >= NEAR_MIN ? [t.token('name-near', word.slice(0, NEAR_MAX))] : []),
  ])
}
