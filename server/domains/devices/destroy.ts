import type { Tx } from '../../platform/db/database.ts'
import { conflict } from '../../platform/http/problem.ts'
import { addJob, type Job } from '../../platform/jobs/index.ts'
import type { Services } from '../../platform/services.ts'
import { revokeCredentials } from './credentials.ts'
import { type DeviceRow, readLiving } from './records.ts'

const DESTROY_KEY = {
  name: 'device-destroy-key',
  text: `update deks set wrapped = null, destroyed_at = now() where org_id = $1 and subject_id = $2 and subject_type = 'device'
    and wrapped is not null returning subject_id`,
}
const SOME = {
  name: 'device-blobs-some',
  text: `select blob_id as id from device_objects where org_id = $1 and device_id = $2
    union all select blob_id from device_removed where org_id = $1 and device_id = $2 limit 500`,
}
const FORGET = {
  name: 'device-blobs-forget',
  text: `with a as (delete from device_objects where org_id = $1 and blob_id = any ($2::uuid[])),
    b as (delete from device_removed where org_id = $1 and blob_id = any ($2::uuid[])) select 1`,
}

/** Destroys a revoked device's key: from this commit on none of its copies opens, wherever a ciphertext of them lies. */
export async function destroyDevice(tx: Tx, id: string): Promise<DeviceRow> {
  const before = await readLiving(tx, id)
  if (before.state !== 'revoked')
    throw conflict(
      'device-active',
      'Revoke the device first',
      'Its copies are destroyed for good after that.',
    )
  const gone = await tx.run(DESTROY_KEY, [tx.context.orgId, id])
  if (gone.length !== 1) throw new Error('a device’s key was not there to be destroyed')
  await revokeCredentials(tx, id)
  await addJob(tx, 'device.remove', { deviceId: id }, { key: `device.remove:${id}` })
  return tx.db
    .updateTable('devices')
    .set((e) => ({
      state: 'destroyed',
      destroyed_at: new Date(),
      sealed_password: null,
      retention: null,
      used_bytes: 0,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Removes the ciphertexts of a destroyed device. The list of them stays until they are gone. */
export async function removeCopies(services: Services, { orgId, payload }: Job): Promise<void> {
  const inContext = <T>(work: (tx: Tx) => Promise<T>) =>
    services.db.withContext({ orgId, userId: null }, work, 'worker')
  const deviceId = String(payload.deviceId)
  const state = await inContext((tx) =>
    tx.db
      .selectFrom('devices')
      .select('state')
      .where('org_id', '=', orgId)
      .where('id', '=', deviceId)
      .executeTakeFirst(),
  )
  if (state?.state !== 'destroyed') return
  for (;;) {
    const ids = (await inContext((tx) => tx.run<{ id: string }>(SOME, [orgId, deviceId]))).map((r) => r.id)
    if (ids.length === 0) return
    for (const id of ids) await services.blobs.devices.remove(orgId, id)
    await inContext((tx) => tx.run(FORGET, [orgId, ids]))
  }
}
