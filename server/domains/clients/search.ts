import type { Tx } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import { asIdentifier, parseQuery, questions, score, searchable } from './query.ts'
import { type ClientRow, openClasses, readClients } from './records.ts'
import type { RecordClass, RecordClasses } from './schema.ts'

const SEARCH = { name: 'client-search', text: 'select wk_search($1, $2, $3, $4, $5) as id' }
export interface Hit {
  row: ClientRow
  record: Partial<RecordClasses>
  score: number
}

export interface SearchInput {
  q: string
  tag?: string | undefined
  groupId?: string | undefined
  facilityId?: string | undefined
  kind?: 'person' | 'organisation' | undefined
  limit: number
}

/**
 * Finds clients by tokens, opens the candidates and checks each. `truncated` says that there may be more than
 * were looked at. Classes: those that the caller's roles show; a term about another class finds nothing.
 */
export async function searchClients(
  keys: OrgKeys,
  tx: Tx,
  classes: readonly RecordClass[],
  input: SearchInput,
): Promise<{ hits: Hit[]; truncated: boolean }> {
  const { orgId } = tx.context
  const terms = parseQuery(input.q)
  if (!terms.length && !input.tag) return { hits: [], truncated: false }
  if (!searchable(terms, classes, input.tag)) return { hits: [], truncated: false }
  const t = await tokenizer(keys, orgId)
  const whole = asIdentifier(input.q)
  const opened = classes.filter(
    (c) =>
      c === 'contact' ||
      c === 'demographic' ||
      (c === 'identifier' && (whole !== undefined || terms.some((x) => x.kind === 'number'))),
  )
  const hits = new Map<string, Hit>()
  let truncated = false
  for (const { terms: wanted, query, spare } of questions(t, terms, classes, input.tag, whole)) {
    const most = input.limit + spare
    const ids = (
      await tx.run<{ id: string }>(SEARCH, [
        query.all,
        query.groups.flat(),
        query.groups.map((g) => g.length),
        input.groupId ?? null,
        most,
      ])
    )
      .map((r) => r.id)
      .filter((id) => !hits.has(id))
    if (ids.length >= most) truncated = true
    for (const row of ids.length ? await readClients(tx, ids) : []) {
      if (input.facilityId && row.facility_id !== input.facilityId) continue
      if (input.kind && row.kind !== input.kind) continue
      const record = openClasses(await keys.openDek(orgId, row.id, row), orgId, row, opened)
      const s = score(wanted, record, input.tag)
      if (s) hits.set(row.id, { row, record, score: s })
    }
    if (hits.size >= input.limit) break
  }
  const ranked = [...hits.values()].sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1))
  return { hits: ranked.slice(0, input.limit), truncated: truncated || ranked.length > input.limit }
}
