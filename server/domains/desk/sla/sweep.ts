import type { Statement, Tx } from '../../../platform/db/database.ts'
import { addJob, type Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { lockTicket } from '../records.ts'
import { recomputeSla, recomputeSlas } from './recompute.ts'

type Parts = Pick<Services, 'db' | 'live'>

/** Tickets of one transaction: short enough that nobody who works on one of them waits. */
const BATCH = 100

const STATE: Statement = {
  name: 'sla-sweep-state',
  text: 'select after_id, finished_at from sla_sweeps where org_id = $1 for update',
}
const NEXT: Statement = {
  name: 'sla-sweep-next',
  text: `select id from tickets where org_id = $1 and status_category in ('new', 'open', 'waiting')
    and ($2::uuid is null or id > $2) order by id limit $3 for no key update`,
}
const PROGRESS: Statement = {
  name: 'sla-sweep-progress',
  text: `update sla_sweeps set done = done + $2, after_id = coalesce($3, after_id), total = greatest(total, done + $2),
      finished_at = case when $3::uuid is null then now() end where org_id = $1`,
}

/**
 * Goes over all open tickets of the organization, a batch a transaction, after a change of a policy, a calendar or the
 * organization's zone. Another change meanwhile begins it anew; a killed process goes on behind its last batch.
 */
export async function sweep(services: Parts, { orgId, signal }: Job): Promise<void> {
  const context = { orgId, userId: null }
  for (;;) {
    const more = await services.db.withContext(context, batch, 'worker')
    services.live.changed(orgId, 'sla')
    if (!more) break
    if (signal?.aborted) {
      await services.db.withContext(
        context,
        (tx) => addJob(tx, 'sla.sweep', {}, { key: 'sla.sweep' }),
        'worker',
      )
      return
    }
  }
  services.live.changed(orgId, 'tickets')
}

/** Whether there may be more. */
async function batch(tx: Tx): Promise<boolean> {
  const { orgId } = tx.context
  const [state] = await tx.run<{ after_id: string | null; finished_at: Date | null }>(STATE, [orgId])
  if (!state || state.finished_at) return false
  const rows = await tx.run<{ id: string }>(NEXT, [orgId, state.after_id, BATCH])
  const ids = rows.map((r) => r.id)
  if (ids.length) await recomputeSlas(tx, ids)
  await tx.run(PROGRESS, [orgId, ids.length, ids.at(-1) ?? null])
  return ids.length > 0
}

/** One ticket that got under another policy by its client's move. */
export async function recomputeOne(services: Parts, { orgId, payload }: Job): Promise<void> {
  const id = String(payload.ticketId)
  await services.db.withContext(
    { orgId, userId: null },
    async (tx) => {
      if (await lockTicket(tx, id)) await recomputeSla(tx, id)
    },
    'worker',
  )
}
