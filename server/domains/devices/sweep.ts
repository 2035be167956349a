import type { Statement, Tx } from '../../platform/db/database.ts'
import { bySystem } from '../../platform/http/by.ts'
import { addJob } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { SESSION_MINUTES } from './sessions.ts'

/** Blobs of no file are removed after a day; what retention took out, after a week. */
const FORGOTTEN_MS = 24 * 3_600_000
export const HELD_DAYS = 7

const ENDED: Statement = {
  name: 'device-sessions-ended',
  text: `update device_sessions set ended_at = last_at where org_id = $1 and ended_at is null
    and last_at < now() - make_interval(mins => $2)
    returning id, device_id, written_bytes, written_objects, read_bytes, read_objects, snapshots, refused`,
}
const SILENT: Statement = {
  name: 'devices-silent',
  text: `update devices set silent_since = now() where org_id = $1 and state = 'active' and silent_since is null
    and coalesce(last_snapshot_at, created_at) < now() - make_interval(hours => silent_hours) returning id`,
}
const MANAGERS: Statement = {
  name: 'device-managers',
  text: `select distinct u.id from users u join user_roles ur on ur.org_id = u.org_id and ur.user_id = u.id
    join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where u.org_id = $1 and u.status = 'active' and u.kind = 'person' and 'devices:manage' = any (r.permissions)`,
}
const DUE: Statement = {
  name: 'device-runs-due',
  text: `select d.id, k.kind from devices d cross join (values ('retention', interval '23 hours'), ('drill', interval '7 days')) k (kind, every)
    where d.org_id = $1 and d.state = 'active' and d.managed and d.last_snapshot_at is not null
      and (k.kind = 'drill' or d.retention is not null)
      and not exists (select 1 from device_runs r where r.org_id = d.org_id and r.device_id = d.id and r.kind = k.kind
        and r.started_at > now() - k.every)`,
}
const OLD_LOCKS: Statement = {
  name: 'device-old-locks',
  text: `with gone as (delete from device_objects where org_id = $1 and kind = 'locks' and created_at < now() - interval '1 day'
      returning device_id, size, blob_id), room as (
      update devices d set used_bytes = greatest(0, d.used_bytes - g.size) from (select device_id, sum(size) as size from gone group by 1) g
      where d.org_id = $1 and d.id = g.device_id
    ) select blob_id as id from gone`,
}
const HELD_LONG: Statement = {
  name: 'device-held-long',
  text: `select blob_id as id from device_removed where org_id = $1 and removed_at < now() - make_interval(days => $2) limit 5000`,
}
const LET_GO: Statement = {
  name: 'device-let-go',
  text: 'delete from device_removed where org_id = $1 and blob_id = any ($2::uuid[])',
}
const KNOWN: Statement = {
  name: 'device-blobs-known',
  text: `select blob_id as id from device_objects where org_id = $1 and blob_id = any ($2::uuid[])
    union all select blob_id from device_removed where org_id = $1 and blob_id = any ($2::uuid[])`,
}
const LEFT: Statement = {
  name: 'devices-left',
  text: `select distinct d.id from devices d join device_objects o on o.org_id = d.org_id and o.device_id = d.id
    where d.org_id = $1 and d.state = 'destroyed'`,
}

/** Looks after all devices of an organization: ends sessions, tells of silence, adds what is due, clears what is left over. */
export async function sweepDevices(services: Services, orgId: string): Promise<void> {
  const inContext = <T>(work: (tx: Tx) => Promise<T>) =>
    services.db.withContext({ orgId, userId: null }, work, 'worker')
  await inContext((tx) => endSessions(services, tx))
  if (await inContext((tx) => tellOfSilence(services, tx))) services.live.changed(orgId, 'devices')
  await inContext(async (tx) => {
    for (const { id, kind } of await tx.run<{ id: string; kind: string }>(DUE, [orgId]))
      await addJob(tx, `device.${kind}`, { deviceId: id }, { key: `device.${kind}:${id}` })
    for (const { id } of await tx.run<{ id: string }>(LEFT, [orgId]))
      await addJob(tx, 'device.remove', { deviceId: id }, { key: `device.remove:${id}` })
  })
}

async function endSessions(services: Services, tx: Tx): Promise<void> {
  const ended = await tx.run<{ id: string; device_id: string } & Record<string, number>>(ENDED, [
    tx.context.orgId,
    SESSION_MINUTES,
  ])
  for (const {
    id,
    device_id,
    written_bytes,
    written_objects,
    read_bytes,
    read_objects,
    snapshots,
    refused,
  } of ended)
    await bySystem(services).record(tx, {
      action: 'device.disconnect',
      object: { type: 'device', id: device_id },
      facts: {
        session: id,
        written_bytes: written_bytes!,
        written_objects: written_objects!,
        read_bytes: read_bytes!,
        read_objects: read_objects!,
        snapshots: snapshots!,
        refused: refused!,
      },
    })
}

/** Once for each silence: an event, and a mail to whoever looks after devices. */
async function tellOfSilence(services: Services, tx: Tx): Promise<boolean> {
  const silent = await tx.run<{ id: string }>(SILENT, [tx.context.orgId])
  if (silent.length === 0) return false
  const managers = await tx.run<{ id: string }>(MANAGERS, [tx.context.orgId])
  for (const { id } of silent) {
    await bySystem(services).record(tx, {
      action: 'device.silent',
      object: { type: 'device', id },
      facts: { told: managers.length },
    })
    for (const m of managers) await addJob(tx, 'device.tell', { deviceId: id, userId: m.id })
  }
  return true
}

/** Removes bytes that belong to nothing any more: of killed uploads, of locks, of what retention took out long ago. */
export async function sweepDeviceBlobs(
  services: Services,
  orgId: string,
  before = new Date(Date.now() - FORGOTTEN_MS),
  heldDays = HELD_DAYS,
): Promise<void> {
  const { devices } = services.blobs
  const ids = (statement: Statement, values: unknown[] = []) =>
    services.db.withContext(
      { orgId, userId: null },
      async (tx) => (await tx.run<{ id: string }>(statement, [orgId, ...values])).map((r) => r.id),
      'worker',
    )
  for (const id of await ids(OLD_LOCKS)) await devices.remove(orgId, id)
  const held = await ids(HELD_LONG, [heldDays])
  for (const id of held) await devices.remove(orgId, id)
  if (held.length > 0) await ids(LET_GO, [held])
  const old = await devices.olderThan(orgId, before)
  for (let at = 0; at < old.length; at += 1000) {
    const some = old.slice(at, at + 1000)
    const known = new Set(await ids(KNOWN, [some]))
    for (const id of some) if (!known.has(id)) await devices.remove(orgId, id)
  }
}
