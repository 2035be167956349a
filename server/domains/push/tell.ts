import type { Tx } from '../../platform/db/database.ts'
import { addJob } from '../../platform/jobs/index.ts'

/** What there is something new of: all that a notice says. */
export const KINDS = [
  ...(['news', 'message', 'document', 'form', 'signature', 'request'] as const),
  // For staff.
  ...(['conversation', 'to-sign', 'to-read', 'answer'] as const),
] as const
export type Kind = (typeof KINDS)[number]

/** What comes within this time is one notice, in ms. */
const GATHER_MS = 3000

/** Tells the devices of somebody that there is something new, once this transaction commits. */
export const tellByPush = (tx: Tx, userId: string, kind: Kind): Promise<void> =>
  addJob(
    tx,
    'push.tell',
    { userId, kind },
    { key: `push.tell:${userId}:${kind}`, runAt: new Date(Date.now() + GATHER_MS) },
  )
