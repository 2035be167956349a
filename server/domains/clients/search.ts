import type { Context, Database, Statement } from '../../platform/db/database.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import type { DataKey } from '../../platform/keys/sealed.ts'
import { tokenizer } from '../../platform/search/tokens.ts'
import {
  asIdentifier,
  parseQuery,
  questions,
  score,
  searchable,
  type Term,
  type TokenQuery,
} from './query.ts'
import { type ClientRow, foundClient, openClasses } from './records.ts'
import type { RecordClass, RecordClasses } from './schema.ts'

const FIND: Statement = {
  name: 'clients-find',
  text: 'select found from wk_find_clients($1, $2, $3, $4, $5, $6, $7)',
}

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
 * Finds clients by tokens behind the walls of `context`, opens the candidates and checks each. `truncated` says that
 * there may be more than were looked at. Classes: those that the caller's roles show; a term about another class
 * finds nothing.
 */
export async function searchClients(
  keys: OrgKeys,
  db: Database,
  context: Context,
  classes: readonly RecordClass[],
  input: SearchInput,
): Promise<{ hits: Hit[]; truncated: boolean }> {
  const { orgId } = context
  const terms = parseQuery(input.q)
  if (!terms.length && !input.tag) return { hits: [], truncated: false }
  if (!searchable(terms, classes, input.tag)) return { hits: [], truncated: false }
  const t = await tokenizer(keys, orgId)
  const whole = asIdentifier(input.q)
  const checked = classesOf(classes, terms, whole, input.tag)
  const candidates = new Map<string, Candidate>()
  let truncated = false
  for (const { terms: wanted, query, spare } of questions(t, terms, classes, input.tag, whole)) {
    const most = input.limit + spare
    const rows = await find(db, context, query, input.groupId, most)
    if (rows.length >= most) truncated = true
    for (const row of rows) {
      if (candidates.has(row.id)) continue
      if (input.facilityId && row.facility_id !== input.facilityId) continue
      if (input.kind && row.kind !== input.kind) continue
      const key = await keys.openDek(orgId, row.id, row)
      const record = openClasses(key, orgId, row, checked)
      const s = score(wanted, record, input.tag)
      if (s) candidates.set(row.id, { key, row, record, score: s })
    }
    if (candidates.size >= input.limit) break
  }
  const ranked = [...candidates.values()].sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1))
  // What is shown beside what was searched is opened of those alone that are shown.
  const shown = classes.filter((c) => c !== 'identifier' && !checked.includes(c))
  const hits = ranked.slice(0, input.limit).map(({ key, row, record, score }) => ({
    row,
    record: { ...record, ...openClasses(key, orgId, row, shown) },
    score,
  }))
  return { hits, truncated: truncated || ranked.length > input.limit }
}

type Candidate = Hit & { key: DataKey }

/** The classes by which a candidate is checked. */
function classesOf(
  classes: readonly RecordClass[],
  terms: Term[],
  whole: Term | undefined,
  tag: string | undefined,
): RecordClass[] {
  const has = (kind: Term['kind']) => terms.some((term) => term.kind === kind)
  return classes.filter(
    (c) =>
      c === 'contact' ||
      (c === 'demographic' && (tag !== undefined || has('date'))) ||
      (c === 'identifier' && (whole !== undefined || has('number'))),
  )
}

async function find(
  db: Database,
  { orgId, userId }: Context,
  { all, groups }: TokenQuery,
  groupId: string | undefined,
  most: number,
): Promise<ClientRow[]> {
  const sizes = groups.map((g) => g.length)
  const values = [orgId, userId, all, groups.flat(), sizes, groupId ?? null, most]
  const rows = await db.query<{ found: Buffer }>(FIND, values, 'search')
  return rows.map((row) => foundClient(row.found))
}
