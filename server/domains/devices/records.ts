import type { Tx } from '../../platform/db/database.ts'
import { conflict, invalid, notFound } from '../../platform/http/problem.ts'
import type { Retention } from './api.ts'

export interface DeviceRow {
  id: string
  name: string
  facility_id: string | null
  managed: boolean
  state: string
  quota_bytes: number
  used_bytes: number
  silent_hours: number
  retention: unknown
  sealed_password: Buffer | null
  last_snapshot_at: Date | null
  created_at: Date
  revoked_at: Date | null
  destroyed_at: Date | null
  version: number
}

/** A device as the API gives it. */
export const present = (r: DeviceRow) => ({
  id: r.id,
  name: r.name,
  facilityId: r.facility_id,
  managed: r.managed,
  state: r.state as 'active' | 'revoked' | 'destroyed',
  quotaBytes: r.quota_bytes,
  usedBytes: r.used_bytes,
  silentHours: r.silent_hours,
  retention: r.retention as Retention | null,
  lastSnapshotAt: r.last_snapshot_at?.toISOString() ?? null,
  silent: isSilent(r),
  createdAt: r.created_at.toISOString(),
  revokedAt: r.revoked_at?.toISOString() ?? null,
  destroyedAt: r.destroyed_at?.toISOString() ?? null,
  version: r.version,
})

/** Whether a device that should send copies has sent none for too long. */
export const isSilent = (r: DeviceRow, now = Date.now()): boolean =>
  r.state === 'active' && now - (r.last_snapshot_at ?? r.created_at).getTime() > r.silent_hours * 3_600_000

export async function readDevice(tx: Tx, id: string): Promise<DeviceRow> {
  const row = await tx.db
    .selectFrom('devices')
    .selectAll()
    .where('org_id', '=', tx.context.orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('The device')
  return row
}

/** A device of which something is left. */
export async function readLiving(tx: Tx, id: string): Promise<DeviceRow> {
  const row = await readDevice(tx, id)
  if (row.state === 'destroyed') throw conflict('device-destroyed', 'The device’s copies were destroyed')
  return row
}

/** Answers a broken key as what it means to a person. */
export async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '23505') throw invalid([{ field: 'name', message: 'is taken already' }])
    if (code === '23503') throw invalid([{ field: 'facilityId', message: 'names no facility' }])
    throw error
  }
}
