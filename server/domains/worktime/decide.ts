import type { Tx } from '../../platform/db/database.ts'
import { conflict, forbidden, invalid } from '../../platform/http/problem.ts'
import type { OrgKeys } from '../../platform/keys/org-keys.ts'
import { holdKeysOf, sealEntryText } from './entries.ts'

/** Hands in drafts of the transaction's user. Throws a Problem when one of them is none. */
export async function submitTime(tx: Tx, ids: readonly string[]): Promise<number> {
  const wanted = [...new Set(ids)]
  const done = await tx.db
    .updateTable('time_entries')
    .set((e) => ({ state: 'submitted', submitted_at: new Date(), version: e('version', '+', 1) }))
    .where('id', 'in', wanted)
    .where('user_id', '=', tx.context.userId!)
    .where('state', '=', 'draft')
    .returning('id')
    .execute()
  if (done.length !== wanted.length)
    throw invalid([{ field: 'ids', message: 'must name drafts of one’s own' }])
  return done.length
}

/** Takes back what the transaction's user handed in, while nobody has decided about it. */
export async function recallTime(tx: Tx, ids: readonly string[]): Promise<number> {
  const wanted = [...new Set(ids)]
  const done = await tx.db
    .updateTable('time_entries')
    .set((e) => ({ state: 'draft', submitted_at: null, version: e('version', '+', 1) }))
    .where('id', 'in', wanted)
    .where('user_id', '=', tx.context.userId!)
    .where('state', '=', 'submitted')
    .returning('id')
    .execute()
  if (done.length !== wanted.length)
    throw invalid([{ field: 'ids', message: 'must name submitted time of one’s own' }])
  return done.length
}

export interface Decision {
  ids: readonly string[]
  /** `reopen`: takes an approval back, until the time is invoiced. */
  decision: 'approve' | 'reject' | 'reopen'
  reason?: string | undefined
}

const AFTER = { approve: 'approved', reject: 'rejected', reopen: 'submitted' } as const

/**
 * The transaction's user approves or rejects what others handed in, or takes that back. Throws a Problem for one's own, and
 * for what does not wait.
 */
export async function decideTime(
  tx: Tx,
  keys: OrgKeys,
  { ids, decision, reason }: Decision,
): Promise<number> {
  const wanted = [...new Set(ids)]
  const me = tx.context.userId!
  await holdKeysOf(tx, wanted)
  const rows = await tx.db
    .selectFrom('time_entries')
    .select(['id', 'stands_at', 'user_id', 'state', 'invoice_id'])
    .where('id', 'in', wanted)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.some((r) => r.user_id === me)) throw forbidden('Nobody decides about their own time.')
  if (decision === 'reopen' && rows.some((r) => r.invoice_id))
    throw conflict('time-invoiced', 'This time was invoiced', 'Take the invoice run back first.')
  const from = decision === 'reopen' ? 'approved' : 'submitted'
  if (rows.length !== wanted.length || rows.some((r) => r.state !== from))
    throw invalid([{ field: 'ids', message: `must name ${from} time that you may see` }])
  for (const { id, stands_at } of rows)
    await tx.db
      .updateTable('time_entries')
      .set({
        state: AFTER[decision],
        decided_by: decision === 'reopen' ? null : me,
        decided_at: decision === 'reopen' ? null : new Date(),
        sealed_reason: await sealEntryText(
          keys,
          tx,
          { id, ticketId: stands_at },
          'sealed_reason',
          decision === 'reject' ? reason! : null,
        ),
      })
      .set((e) => ({ version: e('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  return rows.length
}
