import type { Tx } from '../../../platform/db/database.ts'
import { conflict, Problem } from '../../../platform/http/problem.ts'
import { openSubject } from '../../../platform/keys/subjects.ts'
import type { Services } from '../../../platform/services.ts'
import { openPassword } from '../credentials.ts'
import type { DeviceRow } from '../records.ts'
import { type Door, withDoor } from './door.ts'
import { findRestic } from './program.ts'

/** What it takes to work on a managed device's copies here; said in a problem where that can't be. */
export async function passwordHere(services: Services, tx: Tx, row: DeviceRow): Promise<string> {
  if (!row.sealed_password)
    throw conflict(
      'not-managed',
      'Wellkeep does not have the password of these copies',
      'They are opened with restic, by whoever knows it.',
    )
  if (!findRestic())
    throw new Problem(503, 'restic-missing', 'restic is not installed on the server', {
      detail: 'Install it there (Debian: apt install restic), or set WELLKEEP_RESTIC to its path.',
    })
  const key = await openSubject(services.keys, tx, row.id)
  return openPassword(key, tx.context.orgId, row.id, row.sealed_password)
}

/** A copy as restic tells of it, and when it came in. */
export interface Snapshot {
  id: string
  host: string
  paths: string[]
  receivedAt: Date
}

const RECEIVED = {
  name: 'device-snapshots-received',
  text: `select encode(name, 'hex') as id, created_at from device_objects where org_id = $1 and device_id = $2 and kind = 'snapshots'`,
}

export async function received(
  services: Services,
  orgId: string,
  deviceId: string,
): Promise<Map<string, Date>> {
  const rows = await services.db.withContext(
    { orgId, userId: null },
    (tx) => tx.run<{ id: string; created_at: Date }>(RECEIVED, [orgId, deviceId]),
    'worker',
  )
  return new Map(rows.map((r) => [r.id, r.created_at]))
}

/** What restic's list says, by the times of this server's own clock; newest first. */
export function parseSnapshots(json: string, times: ReadonlyMap<string, Date>): Snapshot[] {
  const list = (JSON.parse(json) ?? []) as { id: string; hostname?: string; paths?: string[] }[]
  return list
    .flatMap((x) => {
      const receivedAt = times.get(x.id)
      return receivedAt ? [{ id: x.id, host: x.hostname ?? '', paths: x.paths ?? [], receivedAt }] : []
    })
    .toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
}

/** Opens a device's repository for reading. */
export const withReadDoor = <T>(
  services: Services,
  orgId: string,
  deviceId: string,
  work: (door: Door) => Promise<T>,
): Promise<T> => withDoor(services, { orgId, deviceId, access: 'read' }, work)
