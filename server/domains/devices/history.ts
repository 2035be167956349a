import type { Tx } from '../../platform/db/database.ts'

/** The newest of each that are shown. */
const COPIES = 200
const SESSIONS = 30
const RUNS = 20

const iso = (d: Date | null) => d?.toISOString() ?? null

/** What is known of a device's copies without opening any. */
export async function historyOf(tx: Tx, deviceId: string) {
  const { orgId } = tx.context
  const snapshots = await tx.db
    .selectFrom('device_objects')
    .select(['name', 'created_at'])
    .where('org_id', '=', orgId)
    .where('device_id', '=', deviceId)
    .where('kind', '=', 'snapshots')
    .orderBy('created_at', 'desc')
    .limit(COPIES)
    .execute()
  const counted = await tx.run<{ n: number; held: number }>(COUNTS, [orgId, deviceId])
  const sessions = await tx.db
    .selectFrom('device_sessions')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('device_id', '=', deviceId)
    .orderBy('started_at', 'desc')
    .limit(SESSIONS)
    .execute()
  const runs = await tx.db
    .selectFrom('device_runs')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('device_id', '=', deviceId)
    .orderBy('started_at', 'desc')
    .limit(RUNS)
    .execute()
  return {
    copies: snapshots.map((x) => ({ id: x.name.toString('hex'), receivedAt: x.created_at.toISOString() })),
    copyCount: counted[0]!.n,
    heldFiles: counted[0]!.held,
    sessions: sessions.map((x) => ({
      id: x.id,
      access: x.access as 'append' | 'read',
      startedAt: x.started_at.toISOString(),
      lastAt: x.last_at.toISOString(),
      endedAt: iso(x.ended_at),
      writtenBytes: x.written_bytes,
      readBytes: x.read_bytes,
      snapshots: x.snapshots,
      refused: x.refused,
    })),
    runs: runs.map((x) => ({
      id: x.id,
      kind: x.kind as 'retention' | 'drill',
      state: x.state as 'running' | 'done' | 'failed',
      startedAt: x.started_at.toISOString(),
      endedAt: iso(x.ended_at),
      facts: x.facts as Record<string, string | number | boolean | null>,
    })),
  }
}

const COUNTS = {
  name: 'device-counts',
  text: `select (select count(*)::int from device_objects where org_id = $1 and device_id = $2 and kind = 'snapshots') as n,
    (select count(*)::int from device_removed where org_id = $1 and device_id = $2) as held`,
}
