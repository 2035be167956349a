import type { Tx } from '../../platform/db/database.ts'
import type { RequestContext } from '../../platform/http/route.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { alone } from './alone.ts'

/** A session that was asked after so recently, in ms, is not asked after again. */
const FRESH = 30_000
/** A device that has done nothing for so long has ended its session, in minutes. */
export const SESSION_MINUTES = 15

const TOUCH = {
  name: 'device-session',
  text: `insert into device_sessions (org_id, id, device_id, credential_id, access) values ($1, $2, $3, $4, $5)
    on conflict (org_id, device_id, credential_id) where ended_at is null do update set last_at = now()
    returning id, (xmax = 0) as begun`,
}
const COUNT = {
  name: 'device-session-count',
  text: `update device_sessions set last_at = now(), written_bytes = written_bytes + $3, written_objects = written_objects + $4,
      read_bytes = read_bytes + $5, read_objects = read_objects + $6, snapshots = snapshots + $7, refused = refused + $8
    where org_id = $1 and id = $2 returning written_bytes, read_objects, refused`,
}

interface Counts {
  written?: number
  read?: number
  snapshots?: number
  refused?: number
}
export interface Counted {
  written_bytes: number
  read_objects: number
  refused: number
}

/** Sessions that this process has seen of late, by credential. */
const recent = new Map<string, { id: string; at: number }>()

/**
 * The session of a device that asks something; when it begins, that is in the log before anything is answered. One event a
 * session, since restic asks thousands of times.
 */
export async function deviceSession(ctx: RequestContext): Promise<string> {
  const { orgId, userId: deviceId, device } = ctx.principal
  const { credentialId, access } = device!
  const known = recent.get(credentialId)
  if (known && Date.now() - known.at < FRESH) return known.id
  const id = await ctx.withContext(async (tx) => {
    await alone(tx)
    const [row] = await tx.run<{ id: string; begun: boolean }>(TOUCH, [
      orgId,
      uuidv7(),
      deviceId,
      credentialId,
      access,
    ])
    if (row!.begun)
      await ctx.record(tx, {
        action: 'device.connect',
        object: { type: 'device', id: deviceId },
        facts: { session: row!.id, access },
      })
    return row!.id
  })
  if (recent.size > 10_000) recent.clear()
  recent.set(credentialId, { id, at: Date.now() })
  return id
}

/** Adds to what a session did; answers its sums. */
export async function countInSession(tx: Tx, sessionId: string, c: Counts): Promise<Counted | undefined> {
  const [row] = await tx.run<Counted>(COUNT, [
    tx.context.orgId,
    sessionId,
    c.written ?? 0,
    c.written === undefined ? 0 : 1,
    c.read ?? 0,
    c.read === undefined ? 0 : 1,
    c.snapshots ?? 0,
    c.refused ?? 0,
  ])
  return row
}
