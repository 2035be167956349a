import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { TOKEN_BITS, type Tokenizer, tokenizer } from '../../platform/search/tokens.ts'
import { nameWords } from '../../platform/search/words.ts'
import type { HungFile } from '../files/index.ts'
import { DocumentSeal } from './seal.ts'

/** The key of words in texts, names and tags; the reader's process gets it, and no other. */
export const WORD_FIELD = 'document-word'
/** Prefixes of a name's word are indexed up to this length. */
const PREFIX_MAX = 8
/** Bits of what a reader tells of a word. */
const WORD_BITS = 48

const sorted = (tokens: Iterable<number>) => [...new Set(tokens)].sort((a, b) => a - b)
const prefixes = (word: string): string[] =>
  Array.from({ length: Math.min(PREFIX_MAX, word.length) }, (_, i) => word.slice(0, i + 1))

/** A document's words as they are looked for: of its name and tags by their beginning. */
export const saidWords = (name: string, tags: readonly string[]): string[] => [
  ...new Set(nameWords(`${name} ${tags.join(' ')}`)),
]

function saidTokens(t: Tokenizer, name: string, tags: readonly string[]): number[] {
  const words = saidWords(name, tags)
  return sorted([
    ...words.flatMap((w) => t.tokens('document-prefix', prefixes(w))),
    ...t.tokens('document-word', words),
    ...t.tokens(
      'document-tag',
      tags.map((x) => x.toLowerCase()),
    ),
  ])
}

/** What a typed word may stand for; any of them makes a candidate. */
export const queryTokens = (t: Tokenizer, word: string): number[] =>
  sorted([t.token('document-prefix', word.slice(0, PREFIX_MAX)), t.token('document-word', word)])

/** A reader's word as it is indexed: as short as every token. */
const shortened = (value: number): number => Math.floor(value / 2 ** (WORD_BITS - TOKEN_BITS))

const KEEP = {
  name: 'document-search-keep',
  text: `insert into document_search (org_id, document_id, source_id, tokens, sealed_words) values ($1, $2, $3, $4, $5)
    on conflict (org_id, document_id, source_id) do update set tokens = excluded.tokens, sealed_words = excluded.sealed_words`,
}

/** Makes a document findable by its name and tags. */
export async function indexDocument(
  keys: OrgKeys,
  tx: Tx,
  id: string,
  name: string,
  tags: readonly string[],
): Promise<void> {
  const t = await tokenizer(keys, tx.context.orgId)
  await tx.run(KEEP, [tx.context.orgId, id, id, saidTokens(t, name, tags), null])
}

const KEY = {
  name: 'document-key',
  text: 'select d.id, k.kek_id, k.wrapped from documents d join deks k on k.org_id = d.org_id and k.subject_id = d.id where d.org_id = $1 and d.id = $2',
}

/** Makes a document findable by the words of a version's text. */
export async function indexText(
  keys: OrgKeys,
  tx: Tx,
  file: HungFile,
  words: readonly number[],
): Promise<void> {
  const { orgId } = tx.context
  const [row] = await tx.run<{ id: string; kek_id: string; wrapped: Buffer | null }>(KEY, [
    orgId,
    file.owner_id,
  ])
  if (!row?.wrapped) return
  const seal = await DocumentSeal.of(keys, orgId, row)
  const sealed = seal.seal('document_search.sealed_words', file.id, packed(words))
  await tx.run(KEEP, [orgId, row.id, file.id, sorted(words.map(shortened)), sealed])
}

function packed(words: readonly number[]): string {
  const bytes = Buffer.allocUnsafe(words.length * 6)
  for (const [i, word] of words.entries()) bytes.writeUIntBE(word, i * 6, 6)
  return bytes.toString('base64')
}

/** The words of a text, for checking a hit. */
export function unpacked(text: string): Set<number> {
  const bytes = Buffer.from(text, 'base64')
  return new Set(Array.from({ length: bytes.length / 6 }, (_, i) => bytes.readUIntBE(i * 6, 6)))
}
