import type { EventInput } from '../../platform/audit/event.ts'
import { bySystem } from '../../platform/http/by.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import { type DeviceRow, readDevice } from './records.ts'
import { passwordHere } from './restic/managed.ts'

export type RunKind = 'retention' | 'drill'
type Facts = Record<string, string | number | boolean | null>

/** What a run says of a failure: a kind, never words, which may name files. */
const codeOf = (error: unknown): string =>
  (error as { slug?: string }).slug ?? (error as { name?: string }).name ?? 'Error'

/**
 * Does something with a managed device's copies and keeps a record of it: that it began, how it ended, and the event. The
 * record of one that a killed process left is ended as failed by the next.
 */
export async function recordedRun(
  services: Services,
  orgId: string,
  deviceId: string,
  kind: RunKind,
  work: (device: DeviceRow, password: string) => Promise<Facts>,
): Promise<void> {
  const context = { orgId, userId: null }
  const begun = await services.db.withContext(
    context,
    async (tx) => {
      const device = await readDevice(tx, deviceId)
      if (device.state !== 'active' || !device.managed) return undefined
      await tx.run(ABANDONED, [orgId, deviceId, kind])
      const id = uuidv7()
      await tx.db.insertInto('device_runs').values({ org_id: orgId, id, device_id: deviceId, kind }).execute()
      await bySystem(services).record(tx, {
        action: `device.${kind}-begin`,
        object: { type: 'device', id: deviceId },
        facts: { run: id },
      })
      return { id, device }
    },
    'worker',
  )
  if (!begun) return
  let facts: Facts
  let outcome: EventInput['outcome'] = 'done'
  try {
    const password = await services.db.withContext(
      context,
      (tx) => passwordHere(services, tx, begun.device),
      'worker',
    )
    facts = await work(begun.device, password)
  } catch (error) {
    outcome = 'failed'
    facts = { error: codeOf(error) }
  }
  await services.db.withContext(
    context,
    async (tx) => {
      await tx.run(END, [orgId, begun.id, outcome === 'done' ? 'done' : 'failed', JSON.stringify(facts)])
      await bySystem(services).record(tx, {
        action: `device.${kind}`,
        outcome,
        ...(outcome === 'failed' && { reason: String(facts.error).toLowerCase() }),
        object: { type: 'device', id: deviceId },
        facts: { run: begun.id, ...facts },
      })
    },
    'worker',
  )
  services.live.changed(orgId, 'devices')
}

const ABANDONED = {
  name: 'device-runs-abandoned',
  text: `update device_runs set state = 'failed', ended_at = now(), facts = '{"error": "Killed"}'
    where org_id = $1 and device_id = $2 and kind = $3 and state = 'running'`,
}
const END = {
  name: 'device-run-end',
  text: 'update device_runs set state = $3, ended_at = now(), facts = $4 where org_id = $1 and id = $2',
}
