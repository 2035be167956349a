import { bySystem } from '../../../platform/http/by.ts'
import type { Job, JobSet } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { Words } from '../seal.ts'
import { type Found, probe } from './probe.ts'

const AT_ONCE = 4
const MOST = 200
/** A link that is broken is looked at every hour, any other once a day. */
const DUE = {
  name: 'links-due',
  text: `select id from links where org_id = $1 and (checked_at is null or checked_at < now()
      - case health when 'broken' then interval '55 minutes' else interval '23 hours' end)
    order by checked_at nulls first limit ${MOST}`,
}
/** Only of the link as it was when it was looked at. */
const KEEP = {
  name: 'link-health',
  text: `update links set health = $4, reason = $5, sealed_moved_to = $6, checked_at = now(),
      broken_since = case when $4 = 'broken' then coalesce(broken_since, now()) end
    where org_id = $1 and id = $2 and version = $3`,
}

/** Looks whether links still lead somewhere: each once a day, and when it is new, changed, or somebody asks. */
export function healthJobs(services: Services): JobSet {
  return {
    tasks: {
      async 'link.check'(job) {
        await checkLink(services, job, String(job.payload.linkId))
        // Somebody waits for what was found, whatever it is.
        services.live.changed(job.orgId, 'links')
      },
      async 'links.check'(job) {
        const due = await services.db.withContext(
          { orgId: job.orgId, userId: null },
          (tx) => tx.run<{ id: string }>(DUE, [job.orgId]),
          'worker',
        )
        const left = due.map(({ id }) => id)
        const worker = async () => {
          for (let id = left.shift(); id !== undefined; id = left.shift()) await checkLink(services, job, id)
        }
        await Promise.all(Array.from({ length: AT_ONCE }, worker))
      },
    },
    everyMinutes: { 'links.check': 30 },
  }
}

async function checkLink(services: Services, job: Job, id: string): Promise<void> {
  const { db, keys } = services
  const context = { orgId: job.orgId, userId: null }
  const link = await db.withContext(
    context,
    async (tx) => {
      const row = await tx.db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const settings = await tx.db.selectFrom('link_settings').selectAll().executeTakeFirst()
      const { url } = (await Words.of(keys, tx)).open('links.sealed_link', id, row.sealed_link)
      return { url, before: row.health, version: row.version, allowed: settings?.private_networks ?? [] }
    },
    'worker',
  )
  if (!link) return
  const found = await probe(link.url, { allowed: link.allowed, signal: job.signal })
  await db.withContext(
    context,
    async (tx) => {
      const moved = found.state === 'moved' ? found.to : undefined
      const words = await Words.of(keys, tx)
      await tx.run(KEEP, [
        job.orgId,
        id,
        link.version,
        found.state,
        reasonOf(found),
        moved === undefined ? null : words.seal('links.sealed_moved_to', id, moved),
      ])
      if (found.state !== link.before)
        await bySystem(services).record(tx, {
          action: 'link.health',
          object: { type: 'link', id },
          changes: ['health'],
        })
    },
    'worker',
  )
}

const reasonOf = (found: Found) => (found.state === 'broken' ? found.reason : null)
