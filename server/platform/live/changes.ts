import { READ_VERBS } from '../audit/actions.ts'
import type { Database, Statement } from '../db/database.ts'

/** What changed, by its kind (`clients`) or as one thing (`client` and its id): never how. */
export interface Change {
  type: string
  id?: string
}

/** Each once. */
export const distinct = (changes: Change[]): Change[] => [
  ...new Map(changes.map((c) => [`${c.type} ${c.id}`, c])).values(),
]

/** More events than these between two looks are not told one by one: whoever listens reads all anew. */
const MOST = 5000

/**
 * Changes are read from the log itself, which holds each in the transaction that made it: those that have their place
 * in the tree from a leaf on, and those that still wait for one. Whatever commits later gets a later leaf, so that the
 * size of the tree is a place to go on from that misses nothing.
 */
const SINCE: Statement = {
  name: 'live-since',
  text: `with tree as (select coalesce(max(leaf_index) + 1, 0) as size from audit_leaves where org_id = wk_org()),
  waits as (select event_id from audit_pending where org_id = wk_org() limit $2 + 1),
  known as (
    select event_id, false as waits from audit_leaves, tree
      where org_id = wk_org() and leaf_index >= $1 and tree.size - $1 <= $2
    union all select event_id, true from waits
  )
  select tree.size, (select count(*) from waits) > $2 or tree.size - $1 > $2 as many,
    coalesce((select jsonb_agg(jsonb_build_array(e.id, known.waits, e.object_type, e.object_id))
      from known join audit_events e on e.org_id = wk_org() and e.id = known.event_id
      where e.outcome = 'done' and e.object_type is not null and substring(e.action from '[^.]*$') <> all ($3::text[])), '[]') as events
  from tree`,
}

export interface Look {
  /** Leaves in the tree: where the next look goes on. */
  size: number
  /** So much happened that it is not listed. */
  many: boolean
  events: { eventId: string; waits: boolean; change: Change }[]
}

/** What the log of an organization holds of changes from a leaf on; `Infinity` for only what still waits. */
export async function lookIntoLog(db: Database, orgId: string, from: number): Promise<Look> {
  const [row] = await db.withContext(
    { orgId, userId: null },
    (tx) =>
      tx.run<{ size: number; many: boolean; events: [string, boolean, string, string | null][] }>(SINCE, [
        Math.min(from, Number.MAX_SAFE_INTEGER),
        MOST,
        READ_VERBS,
      ]),
    'worker',
  )
  return {
    size: row!.size,
    many: row!.many,
    events: row!.events.map(([eventId, waits, type, id]) => ({
      eventId,
      waits,
      change: { type, ...(id && { id }) },
    })),
  }
}
