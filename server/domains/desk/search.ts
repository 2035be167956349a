import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { emailKey } from '../../platform/search/normalize.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import type { TicketFilter } from './api.ts'
import { type ListRow, listAmong } from './list.ts'
import { openTexts, type TicketTexts } from './present.ts'
import { type Finding, masked, telling } from './rules/detection.ts'
import { hasTag, tagKey } from './rules/tags.ts'
import { queryTokens, typedWords, wordsOf } from './rules/words.ts'
import { TicketSeal } from './seal.ts'

const SEARCH = { name: 'ticket-search', text: 'select * from wk_search_tickets($1, $2, $3)' }
const BODIES = {
  name: 'ticket-search-bodies',
  text: `select id, ticket_id, sealed_body, sealed_findings, phi_state from ticket_messages where org_id = $1 and id = any ($2::uuid[]) and sealed_body is not null`,
}
/** Candidates looked at, newest first; beyond them the answer says `truncated`. */
const MOST = 300

export interface Hit {
  row: ListRow
  texts: TicketTexts
}

/** `#1042` or `1042`. */
const numberOf = (q: string): number | undefined => {
  const n = /^#?(\d{1,9})$/.exec(q.trim())?.[1]
  return n === undefined ? undefined : Number(n)
}

/**
 * Tickets that hold every word of `q` (in the subject or the requester's name by their beginning, in messages whole, or
 * as a tag or e-mail address) and the tag, newest first. Candidates by token are opened and checked.
 */
export async function searchTickets(
  keys: OrgKeys,
  tx: Tx,
  filter: TicketFilter,
  limit: number,
): Promise<{ hits: Hit[]; truncated: boolean }> {
  const { orgId } = tx.context
  const q = filter.q ?? ''
  const t = await tokenizer(keys, orgId)
  const words = typedWords(q)
  const groups = words.map((w) => queryTokens(t, w))
  if (filter.tag) groups.push([t.token('ticket-tag', tagKey(filter.tag))])
  const number = numberOf(q)
  if (!groups.length && number === undefined) return { hits: [], truncated: false }
  const found = await tx.run<{ ticket_id: string; sources: string[] }>(SEARCH, [
    groups.flat(),
    groups.map((g) => g.length),
    MOST,
  ])
  const sources = new Map(found.map((f) => [f.ticket_id, f.sources]))
  const rows = await listAmong(tx, filter, [...sources.keys()], number)
  const bodies = await bodiesOf(tx, sources)
  const hits: Hit[] = []
  for (const row of rows) {
    const seal = new TicketSeal(orgId, await keys.openDek(orgId, row.id, row))
    const texts = openTexts(seal, row)
    const said = () => (bodies.get(row.id) ?? []).map((m) => bodyOf(seal, m))
    if (row.number === number || matches(texts, said, words, filter.tag)) hits.push({ row, texts })
    if (hits.length > limit) break
  }
  return { hits: hits.slice(0, limit), truncated: hits.length > limit || found.length >= MOST }
}

interface Body {
  id: string
  ticket_id: string
  sealed_body: Buffer
  sealed_findings: Buffer | null
  phi_state: string
}

/** What is covered in a suspected message is not to be found out by searching for it. */
function bodyOf(seal: TicketSeal, m: Body): string {
  const body = seal.open<string>('ticket_messages.sealed_body', m.id, m.sealed_body)
  if (m.phi_state !== 'suspected' || !m.sealed_findings) return body
  const findings = seal.open<Finding[]>('ticket_messages.sealed_findings', m.id, m.sealed_findings)
  return masked(body, telling(findings))
}

async function bodiesOf(tx: Tx, sources: Map<string, string[]>): Promise<Map<string, Body[]>> {
  const ids = [...sources].flatMap(([ticket, of]) => of.filter((s) => s !== ticket))
  if (!ids.length) return new Map()
  return Map.groupBy(await tx.run<Body>(BODIES, [tx.context.orgId, ids]), (b) => b.ticket_id)
}

function matches(
  texts: TicketTexts,
  bodies: () => string[],
  words: string[],
  tag: string | undefined,
): boolean {
  if (tag && !hasTag(texts.tags, [tag])) return false
  const near = wordsOf(`${texts.subject} ${texts.requester?.name ?? ''} ${texts.tags.join(' ')}`)
  let said: Set<string> | undefined
  return words.every((word) => {
    if (word.includes('@')) return emailKey(texts.requester?.email ?? '') === emailKey(word)
    if (near.some((n) => n.startsWith(word))) return true
    said ??= new Set(bodies().flatMap(wordsOf))
    return said.has(word)
  })
}
