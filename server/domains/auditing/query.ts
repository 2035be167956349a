import { HASH_SIZE, leafHash, TILE_WIDTH } from '../../../tlog/index.ts'
import { changed } from '../../platform/audit/actions.ts'
import { fetchTiles } from '../../platform/audit/tiles.ts'
import type { Tx } from '../../platform/db/database.ts'
import { columnsAgree, type EventColumns, type LoggedEvent, parseLeaf } from './leaf.ts'

export interface EventFilter {
  actorId?: string | undefined
  sessionId?: string | undefined
  action?: string | undefined
  outcome?: string | undefined
  objectType?: string | undefined
  objectId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Events older than this one. */
  before?: string | undefined
}

interface EventRow extends EventColumns {
  leaf: string
  leaf_index: number | null
  waiting: boolean
}

/** An event as found: what its leaf says, its place, and whether anything about it is not as it was logged. */
export interface FoundEvent {
  id: string
  leafIndex: number | null
  tampered: boolean
  /** Undefined when the leaf is no event any more. */
  said: LoggedEvent | undefined
}

/** An id is made before its event, and ids of a busy moment run a little ahead: an hour is plenty for both. */
const ID_SLACK = 3_600_000

/** The smallest UUIDv7 of a moment, for a range scan over ids. */
function firstId(ms: number): string {
  const hex = Math.max(0, Math.min(ms, 2 ** 48 - 1))
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

const smaller = (a: string | undefined, b: string | undefined) =>
  a === undefined ? b : b === undefined || a < b ? a : b

/** Events that match, newest first, straight from the table: only their own organization's, by its row security. */
export async function findEvents(tx: Tx, filter: EventFilter, limit: number): Promise<FoundEvent[]> {
  const values: unknown[] = [tx.context.orgId]
  const where: string[] = []
  const add = (sql: string, value: unknown) => {
    if (value === undefined || value === null) return
    values.push(value)
    where.push(sql.replace('?', `$${values.length}`))
  }
  const after = filter.from && firstId(Date.parse(filter.from) - ID_SLACK)
  const before = smaller(filter.before, filter.to && firstId(Date.parse(filter.to) + ID_SLACK))
  if (filter.objectId) {
    const { objectId, from, to, actorId, sessionId, action, outcome, objectType } = filter
    const args = [objectId, before, after, from, to, actorId, sessionId, action, outcome, objectType, limit]
    const first = values.length + 1
    values.push(...args.map((a) => a ?? null))
    where.push(`e.id in (select wk_audit_of_object(${args.map((_, i) => `$${first + i}`).join(', ')}))`)
  } else {
    add('e.actor_id = ?', filter.actorId)
    add('e.session_id = ?', filter.sessionId)
    add('e.action = ?', filter.action)
    add('e.outcome = ?', filter.outcome)
    add('e.object_type = ?', filter.objectType)
    add('e.at >= ?', filter.from)
    add('e.at < ?', filter.to)
    add('e.id >= ?', after)
    add('e.id < ?', before)
  }
  return read(tx, where, values, 'desc', limit)
}

/** Events read at a time when only some of them are looked for. */
const STEP = 500

/** The same, of those that changed something, or are not as they were logged. */
export async function findChanges(tx: Tx, filter: EventFilter, limit: number): Promise<FoundEvent[]> {
  const found: FoundEvent[] = []
  for (let { before } = filter; ; ) {
    const step = await findEvents(tx, { ...filter, before }, STEP)
    found.push(...step.filter((f) => f.tampered || (f.said && changed(f.said))))
    if (found.length >= limit || step.length < STEP) return found.slice(0, limit)
    before = step.at(-1)!.id
  }
}

/** The events of one session in the order in which they happened. */
export function sessionEvents(
  tx: Tx,
  sessionId: string,
  after: string | undefined,
  limit: number,
): Promise<FoundEvent[]> {
  const values: unknown[] = [tx.context.orgId, sessionId, ...(after ? [after] : [])]
  return read(tx, ['e.session_id = $2', ...(after ? ['e.id > $3'] : [])], values, 'asc', limit)
}

/** Not prepared: planned for these very values, so that the partial indexes serve. */
async function read(
  tx: Tx,
  where: string[],
  values: unknown[],
  order: 'asc' | 'desc',
  limit: number,
): Promise<FoundEvent[]> {
  const { rows } = await tx.client.query<EventRow>(
    `select e.id, e.at, e.leaf, e.actor_id, e.session_id, e.action, e.outcome, e.object_type, e.object_id, e.object_ids, l.leaf_index,
      l.leaf_index is null and exists (select 1 from audit_pending p where p.org_id = e.org_id and p.event_id = e.id) as waiting
      from audit_events e left join audit_leaves l on l.org_id = e.org_id and l.event_id = e.id
      where ${['e.org_id = $1', ...where].join(' and ')} order by e.id ${order} limit ${Number(limit)}`,
    values,
  )
  const hashes = await storedHashes(
    tx,
    rows.flatMap((r) => (r.leaf_index === null ? [] : [r.leaf_index])),
  )
  return rows.map((row) => {
    const said = parseLeaf(row.leaf)
    const placed =
      row.leaf_index === null
        ? row.waiting
        : (hashes(row.leaf_index)?.equals(leafHash(Buffer.from(row.leaf))) ?? false)
    const sound = placed && said !== undefined && columnsAgree(row, tx.context.orgId, said)
    return { id: row.id, leafIndex: row.leaf_index, tampered: !sound, said }
  })
}

/** The leaf hashes that the log's tree holds at these places. Offline verification holds the tree itself to its signature. */
async function storedHashes(tx: Tx, indexes: number[]): Promise<(index: number) => Buffer | undefined> {
  const wanted = [...new Set(indexes.map((i) => Math.floor(i / TILE_WIDTH)))]
  const reader = await fetchTiles(
    tx,
    wanted.map((index) => ({ level: 0, index })),
  )
  const found = new Map<number, Buffer>()
  for (const index of indexes) {
    const at = index % TILE_WIDTH
    const tile = await reader(0, Math.floor(index / TILE_WIDTH), at + 1)
    if (tile) found.set(index, Buffer.from(tile.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE)))
  }
  return (index) => found.get(index)
}
