import { inclusionProof, leafHash, tileNodeReader, verifyInclusion } from '../../../tlog/index.ts'
import type { Statement, Tx } from '../db/database.ts'
import type { LogKey } from './log-key.ts'
import { type Head, openHead } from './sequence.ts'
import { tileReader } from './tiles.ts'

const EVENT: Statement = {
  name: 'log-proof-event',
  text: `select e.leaf, l.leaf_index from audit_events e left join audit_leaves l on l.org_id = e.org_id and l.event_id = e.id
    where e.org_id = $1 and e.id = $2`,
}
const NEWEST: Statement = {
  name: 'log-newest',
  text: 'select note from audit_checkpoints where org_id = $1 order by size desc, at desc limit 1',
}

/** The newest signed checkpoint that the database holds; undefined before the first event. Throws LogBroken. */
export async function newestHead(tx: Tx, key: LogKey): Promise<Head | undefined> {
  const [row] = await tx.run<{ note: string }>(NEWEST, [tx.context.orgId])
  return row && openHead(key, row.note, 'database')
}

export interface EventProof {
  leaf: string
  leafIndex: number
  leafHash: Buffer
  /** Hashes of the inclusion proof (RFC 6962, 2.1.1), lowest first. */
  proof: Buffer[]
  head: Head
  /** Whether the proof holds for the event as it is stored. */
  holds: boolean
}

/** Proves that an event is in the log: undefined when there is none, `pending` when no checkpoint covers it yet. */
export async function proveEvent(
  tx: Tx,
  key: LogKey,
  id: string,
): Promise<EventProof | 'pending' | undefined> {
  const [event] = await tx.run<{ leaf: string; leaf_index: number | null }>(EVENT, [tx.context.orgId, id])
  if (!event) return undefined
  const head = await newestHead(tx, key)
  const { leaf, leaf_index: leafIndex } = event
  if (leafIndex === null || !head || leafIndex >= head.size) return 'pending'
  const hash = leafHash(Buffer.from(leaf))
  const proof = await inclusionProof(leafIndex, head.size, tileNodeReader(tileReader(tx), head.size))
  return {
    leaf,
    leafIndex,
    leafHash: hash,
    proof,
    head,
    holds: verifyInclusion(hash, leafIndex, head.size, proof, head.root),
  }
}
