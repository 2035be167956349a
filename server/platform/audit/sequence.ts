import {
  appendLeaves,
  type Checkpoint,
  edgeFrontier,
  loadEdge,
  signCheckpoint,
  type TileEdge,
  TileMissingError,
  verifyCheckpoint,
} from '../../../tlog/index.ts'
import type { Statement, Tx } from '../db/database.ts'
import { auditEvent } from './event.ts'
import type { LogKey } from './log-key.ts'
import { recordInTransaction } from './record.ts'
import { edgeTiles, fetchTiles, writeTiles } from './tiles.ts'

/** Why nothing is signed until somebody has looked. */
export type BrokenCode = 'rolled-back' | 'rewritten' | 'state-damaged'

/** What the database holds is not what was signed. Signing on would vouch for it. */
export class LogBroken extends Error {
  readonly code: BrokenCode
  constructor(code: BrokenCode, message: string) {
    super(message)
    this.code = code
  }
}

const LOCK: Statement = {
  name: 'log-lock',
  text: 'select pg_try_advisory_xact_lock(7316002, hashtext($1)) as ok',
}
const NEWEST: Statement = {
  name: 'log-newest',
  text: 'select note from audit_checkpoints where org_id = $1 order by size desc, at desc limit 1',
}
/**
 * Gives waiting events their places, in one statement: only hashes leave the database. A leaf is hashed where it lies
 * (RFC 6962: SHA-256 over 0x00 and its bytes). Events that are gone get no place and stay waiting; they are `lost`.
 */
const PLACE: Statement = {
  name: 'log-place',
  text: `with waiting as materialized (
      select p.event_id as id, sha256('\\x00'::bytea || convert_to(e.leaf, 'UTF8')) as hash
      from audit_pending p left join audit_events e on e.org_id = p.org_id and e.id = p.event_id
      where p.org_id = $1 order by p.event_id limit $2
    ), placed as materialized (
      select id, hash, $3::bigint + row_number() over (order by id) - 1 as place from waiting where hash is not null
    ), numbered as (
      insert into audit_leaves (org_id, leaf_index, event_id) select $1, place, id from placed
    ), taken as (
      delete from audit_pending p using placed where p.org_id = $1 and p.event_id = placed.id
    )
    select (select string_agg(hash, ''::bytea order by place) from placed) as hashes,
      (select array_agg(id) from waiting where hash is null) as lost`,
}
const TAKEN: Statement = {
  name: 'log-taken',
  text: 'delete from audit_pending where org_id = $1 and event_id = any ($2::uuid[])',
}
const SIGNED: Statement = {
  name: 'log-signed',
  text: 'insert into audit_checkpoints (org_id, size, at, note) values ($1, $2, $3, $4) on conflict (org_id, size, at) do nothing',
}

/** A checkpoint with the note that carries it. */
export interface Head extends Checkpoint {
  note: string
}

/** What one pass found and did. */
export interface Sequenced {
  /** The newest checkpoint that this pass leaves behind. It counts once the transaction has committed. */
  head: Head | undefined
  /** The newest that the database had committed before. */
  committed: Head | undefined
  added: number
}

/** Clocks are set back a little now and then; checkpoints stay in order. A larger step shows in the log as it is. */
const CLOCK_SLACK = 5 * 60_000

/** Opens a checkpoint that this log must have signed. */
export function openHead(key: LogKey, note: string, from: string): Head {
  try {
    return { ...verifyCheckpoint(note, [key.verifier]), note }
  } catch {
    throw new LogBroken(
      from === 'state' ? 'state-damaged' : 'rewritten',
      `the newest checkpoint in the ${from} is not one that this log’s key has signed`,
    )
  }
}

/**
 * One pass of the sequencer, in one transaction: checks that the database still holds what was last signed
 * (as itself says, and as was kept beside the keys), numbers up to `most` waiting events, grows the tree and
 * signs it. Undefined when another process is at it. Throws LogBroken.
 */
export async function sequence(
  tx: Tx,
  key: LogKey,
  kept: string | undefined,
  most: number,
): Promise<Sequenced | undefined> {
  const { orgId } = tx.context
  const [lock] = await tx.run<{ ok: boolean }>(LOCK, [orgId])
  if (!lock?.ok) return undefined
  const [newest] = await tx.run<{ note: string }>(NEWEST, [orgId])
  const committed = newest && openHead(key, newest.note, 'database')
  const state = kept === undefined ? undefined : openHead(key, kept, 'state')
  const base = state && state.size > (committed?.size ?? 0) ? state : committed
  const edge = await checkedEdge(tx, base)
  if (state && base !== state && state.note !== base?.note) await checkedEdge(tx, state)

  const [placed] = await tx.run<{ hashes: Buffer | null; lost: string[] | null }>(PLACE, [
    orgId,
    most,
    edge.size,
  ])
  if (placed?.lost) await recordLost(tx, placed.lost)
  if (!placed?.hashes) return { head: base, committed, added: 0 }

  const { edge: next, root, tiles } = appendLeaves(edge, placed.hashes)
  await writeTiles(tx, tiles)
  if (base && base !== committed) await tx.run(SIGNED, [orgId, base.size, base.time, base.note])
  const head = await sign(key, next.size, root, base?.time)
  await tx.run(SIGNED, [orgId, head.size, head.time, head.note])
  return { head, committed, added: next.size - edge.size }
}

/** The newest checkpoint of the database, if the database holds the whole tree under it. Throws LogBroken. */
export async function signedHead(tx: Tx, key: LogKey): Promise<Head | undefined> {
  const [newest] = await tx.run<{ note: string }>(NEWEST, [tx.context.orgId])
  if (!newest) return undefined
  const head = openHead(key, newest.note, 'database')
  await checkedEdge(tx, head)
  return head
}

async function sign(key: LogKey, size: number, root: Buffer, before: Date | undefined): Promise<Head> {
  const now = Date.now()
  const earliest = before?.getTime() ?? 0
  const time = new Date(now < earliest && earliest - now <= CLOCK_SLACK ? earliest : now)
  const head = { origin: key.origin, size, root, time }
  return { ...head, note: await signCheckpoint(head, key.signer) }
}

/** The right edge of the tree at a signed head, from the stored tiles; what they make must be what was signed. */
async function checkedEdge(tx: Tx, head: Head | undefined): Promise<TileEdge> {
  const size = head?.size ?? 0
  let edge: TileEdge
  try {
    edge = await loadEdge(size, await fetchTiles(tx, edgeTiles(size)))
  } catch (error) {
    if (!(error instanceof TileMissingError)) throw error
    throw new LogBroken(
      'rolled-back',
      `${size} events were signed, and the database no longer holds the tree over them: it was rolled back or cut short`,
    )
  }
  if (head && !edgeFrontier(edge).root().equals(head.root))
    throw new LogBroken(
      'rewritten',
      `the database no longer holds the tree that was signed at ${size} events`,
    )
  return edge
}

/** Events that were acknowledged and are gone before they had their place: their ids go into the log instead. */
async function recordLost(tx: Tx, ids: string[]): Promise<void> {
  const { orgId } = tx.context
  const lost = auditEvent(orgId, { kind: 'system', userId: null }, null, {
    action: 'log.events-lost',
    outcome: 'failed',
    objects: ids,
  })
  await recordInTransaction(tx, lost)
  await tx.run(TAKEN, [orgId, ids])
}
