import type { Tx } from '../../platform/db/database.ts'
import type { Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { Retention } from './api.ts'
import { readDevice } from './records.ts'
import { withDoor } from './restic/door.ts'
import { parseSnapshots, received } from './restic/managed.ts'
import { ResticFailed, resticText } from './restic/run.ts'
import { lettingGo } from './retention-rule.ts'
import { recordedRun } from './runs.ts'

/** Ids that one command is given. */
const AT_ONCE = 400

const GIVE_BACK = {
  name: 'device-give-back',
  text: `with held as (delete from device_removed where org_id = $1 and device_id = $2 and removed_at >= $3 returning *), back as (
      insert into device_objects (org_id, device_id, kind, name, blob_id, size, created_at)
      select org_id, device_id, kind, name, blob_id, size, created_at from held on conflict (org_id, device_id, kind, name) do nothing returning size
    ), room as (
      update devices set used_bytes = used_bytes + (select coalesce(sum(size), 0) from back) where org_id = $1 and id = $2
    ) select count(*)::int as n from back`,
}

/** Gives back to a repository what was taken out of it since then and is still held; as the worker. Answers how many files. */
export async function giveBack(tx: Tx, deviceId: string, since: Date): Promise<number> {
  const [row] = await tx.run<{ n: number }>(GIVE_BACK, [tx.context.orgId, deviceId, since])
  return row!.n
}

/**
 * Lets old copies of a device go by its rule, with the real restic, then has restic check what is left. Should that find a
 * fault, everything that was taken out comes back. What is let go is chosen here, by when it came in: a device that lies
 * about its time moves nothing.
 */
export const retainCopies = (services: Services, job: Job): Promise<void> =>
  recordedRun(services, job.orgId, String(job.payload.deviceId), 'retention', async (device, password) => {
    const rule = Retention.safeParse(device.retention)
    if (!rule.success) return { let_go: 0, kept: 0, freed: 0 }
    const at = { orgId: job.orgId, deviceId: device.id, access: 'full' as const }
    const asWorker = <T>(work: (tx: Tx) => Promise<T>) =>
      services.db.withContext({ orgId: job.orgId, userId: null }, work, 'worker')
    return withDoor(services, at, async (door) => {
      const restic = (args: string[]) => resticText(door, password, args, job.signal)
      const times = await received(services, job.orgId, device.id)
      if (times.size === 0) return { let_go: 0, kept: 0, freed: 0 }
      const copies = parseSnapshots(await restic(['snapshots', '--json', '--no-lock']), times)
      const go = lettingGo(
        copies.map((c) => ({ ...c, group: JSON.stringify([c.host, c.paths]) })),
        rule.data,
      )
      if (go.length === 0) return { let_go: 0, kept: copies.length, freed: 0 }
      const began = new Date()
      const before = device.used_bytes
      try {
        for (let i = 0; i < go.length; i += AT_ONCE) await restic(['forget', ...go.slice(i, i + AT_ONCE)])
        await restic(['prune'])
        await restic(['check'])
      } catch (error) {
        const back = await asWorker((tx) => giveBack(tx, device.id, began))
        services.log.warn({ deviceId: device.id, back }, 'letting copies go failed; they are back')
        throw error instanceof ResticFailed ? error : new Error('retention broke off', { cause: error })
      }
      const now = await asWorker((tx) => readDevice(tx, device.id))
      return {
        let_go: go.length,
        kept: copies.length - go.length,
        freed: Math.max(0, before - now.used_bytes),
      }
    })
  })
