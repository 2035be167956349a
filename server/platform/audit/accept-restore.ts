import type { Database } from '../db/database.ts'
import type { OrgKeys } from '../keys/org-keys.ts'
import { logKey } from './log-key.ts'
import type { LogState } from './log-state.ts'
import { recordOperator } from './operator.ts'
import { sealText } from './seal-text.ts'
import { type Head, LogBroken, openHead, signedHead } from './sequence.ts'

interface Parts {
  db: Database
  keys: OrgKeys
  logState: LogState
}

/** There is nothing to accept, or something that nobody may. */
export class NotRestored extends Error {}

/** The checkpoint that was signed last, and the one up to which the restored database has the log. */
export interface Restore {
  lost: Head
  /** Undefined when the database is from before the first checkpoint. */
  restored: Head | undefined
}

/**
 * Accepts that an organization's database was restored from an older backup: the log goes on from what it holds. An
 * event names both checkpoints, so that everybody sees from the log itself that it was cut, where, by whom and why;
 * the lost checkpoint stays beside the keys as evidence. Throws NotRestored unless the database is whole up to its
 * own newest checkpoint, and only lacks what was signed later.
 */
export async function acceptRestore(parts: Parts, orgId: string, reason: string): Promise<Restore> {
  const { db, keys, logState } = parts
  const key = await logKey(keys, orgId)
  const kept = await logState.read(orgId)
  if (kept === undefined)
    throw new NotRestored('no checkpoint is kept beside the keys: the log goes on by itself')
  const restore = await db
    .withContext(
      { orgId, userId: null },
      async (tx) => {
        const lost = openHead(key, kept, 'state')
        const restored = await signedHead(tx, key)
        if ((restored?.size ?? 0) >= lost.size)
          throw new NotRestored('the database holds all that was signed: there is no restore to accept')
        const event = await sealText(keys, tx, {
          action: 'log.restore-accepted',
          object: { type: 'audit', id: null },
          reason,
          facts: {
            lostSize: lost.size,
            lostRoot: lost.root.toString('hex'),
            lostTime: lost.time.toISOString(),
            restoredSize: restored?.size ?? 0,
            restoredRoot: restored?.root.toString('hex') ?? null,
            restoredTime: restored?.time.toISOString() ?? null,
          },
        })
        await recordOperator(tx, event)
        return { lost, restored }
      },
      'worker',
    )
    .catch((error: unknown) => {
      if (error instanceof LogBroken)
        throw new NotRestored(`${error.message}. This is no restore, and can’t be accepted as one.`)
      throw error
    })
  // The event first: were this the first step, a crash between them would leave the cut unexplained.
  await logState.supersede(orgId, restore.lost, restore.restored?.note)
  return restore
}
