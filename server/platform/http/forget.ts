import type { Statement } from '../db/database.ts'
import type { JobSet } from '../jobs/index.ts'
import type { Services } from '../services.ts'

/** How long a repeated request is known for one, in days. */
export const REPEATS_KNOWN_DAYS = 7
/** So many rows a transaction, so that none holds locks for long. */
const AT_ONCE = 5000

const OLD_KEYS: Statement = {
  name: 'idempotency-forget',
  text: `delete from idempotency_keys where org_id = $1 and ctid = any (array(
      select ctid from idempotency_keys where org_id = $1 and created_at < now() - make_interval(days => $2) limit $3))
    returning 1`,
}
const LIMITS: Statement = { name: 'limits-forget', text: 'select wk_forget_limits()' }

/** Removes what requests left behind and nothing asks for any more: keys of creates, and counts of limits. */
export function forgetJobs({ db }: Pick<Services, 'db'>): JobSet {
  return {
    tasks: {
      async 'requests.forget'({ orgId, signal }) {
        let gone: number
        do {
          const context = { orgId, userId: null }
          const values = [orgId, REPEATS_KNOWN_DAYS, AT_ONCE]
          gone = (await db.withContext(context, (tx) => tx.run(OLD_KEYS, values), 'worker')).length
        } while (gone === AT_ONCE && !signal?.aborted)
        await db.query(LIMITS, [], 'worker')
      },
    },
    everyMinutes: { 'requests.forget': 30 },
  }
}
