import { createHmac } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { Principal } from '../../platform/policy/principal.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import { nameWords } from '../../platform/search/words.ts'
import { seesPrivate, writes } from './access.ts'
import { COLUMNS, type DocumentRow, JOINS, READABLE } from './records.ts'
import { DocumentSeal } from './seal.ts'
import { queryTokens, saidWords, unpacked, WORD_FIELD } from './words.ts'

const SEARCH = { name: 'document-search', text: 'select * from wk_search_documents($1, $2, $3, $4, $5)' }
const AMONG = {
  name: 'documents-among',
  text: `select ${COLUMNS} from documents d ${JOINS} where d.org_id = $1 and d.id = any ($3::uuid[]) and d.purged_at is null and ${READABLE}
    order by d.updated_at desc, d.id desc`,
}
const WORDS = {
  name: 'document-search-words',
  text: 'select document_id, source_id, sealed_words from document_search where org_id = $1 and source_id = any ($2::uuid[]) and sealed_words is not null',
}
/** Candidates looked at; beyond them the answer says `truncated`. */
const MOST = 300

export interface Query {
  q: string
  tag?: string | undefined
  limit: number
}

/**
 * Documents that hold every word of `q`, in name or tags by its beginning, in the text of the version that the reader
 * sees as a whole, and the tag. Candidates by token are opened and checked.
 */
export async function searchDocuments(
  keys: OrgKeys,
  tx: Tx,
  principal: Principal,
  { q, tag, limit }: Query,
): Promise<{ rows: DocumentRow[]; truncated: boolean }> {
  const { orgId } = tx.context
  const words = [...new Set(nameWords(q))]
  const t = await tokenizer(keys, orgId)
  const groups = words.map((w) => queryTokens(t, w))
  if (tag) groups.push([t.token('document-tag', tag.toLowerCase())])
  if (groups.length === 0) return { rows: [], truncated: false }
  const sizes = groups.map((g) => g.length)
  const found = await tx.run<{ document_id: string; sources: string[] }>(SEARCH, [
    groups.flat(),
    sizes,
    MOST,
    writes(principal),
    seesPrivate(principal),
  ])
  const rows = await tx.run<DocumentRow>(AMONG, [orgId, writes(principal), found.map((f) => f.document_id)])
  const texts = await textsOf(tx, found)
  const key = await keys.indexKey(orgId, WORD_FIELD)
  const full = new Map(words.map((w) => [w, createHmac('sha256', key).update(w).digest().readUIntBE(0, 6)]))
  const hits: DocumentRow[] = []
  for (const row of rows) {
    if (await holds(row)) hits.push(row)
    if (hits.length > limit) break
  }
  return { rows: hits.slice(0, limit), truncated: hits.length > limit || found.length >= MOST }

  /** Whether the document holds all that is looked for: a shortened token may stand for other words. */
  async function holds(row: DocumentRow): Promise<boolean> {
    const seal = await DocumentSeal.of(keys, orgId, row)
    const name = seal.open<string>('documents.sealed_name', row.id, row.sealed_name)
    const tags = row.sealed_tags ? seal.open<string[]>('documents.sealed_tags', row.id, row.sealed_tags) : []
    if (tag && !tags.some((x) => x.toLowerCase() === tag.toLowerCase())) return false
    const near = saidWords(name, tags)
    const text = texts.get(row.id)
    const inText =
      text && unpacked(seal.open<string>('document_search.sealed_words', text.source_id, text.sealed_words))
    return words.every((w) => near.some((n) => n.startsWith(w)) || inText?.has(full.get(w)!))
  }
}

interface Text {
  document_id: string
  source_id: string
  sealed_words: Buffer
}

async function textsOf(
  tx: Tx,
  found: { document_id: string; sources: string[] }[],
): Promise<Map<string, Text>> {
  const ids = found.flatMap((f) => f.sources.filter((s) => s !== f.document_id))
  if (ids.length === 0) return new Map()
  return new Map((await tx.run<Text>(WORDS, [tx.context.orgId, ids])).map((r) => [r.document_id, r]))
}
