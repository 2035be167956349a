import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enrol, firstCopy } from '../domains/devices/index.ts'
import { recordOperator } from '../platform/audit/operator.ts'
import { uuidv7 } from '../platform/ids.ts'
import type { Platform } from '../platform/open.ts'

const GIB = 1024 ** 3
const DAY = 86_400_000

/** Two of the practice's computers: one whose copies come in, and one that has fallen silent. */
export async function seedDevices(
  platform: Platform,
  orgId: string,
  administrator: string,
  facilities: string[],
): Promise<void> {
  const examples = [
    {
      name: 'Scan workstation, North',
      facilityId: facilities[0]!,
      ago: 2 / 24,
      retention: { keepDays: 30, daily: 30, weekly: 12, monthly: 24, yearly: 7 },
    },
    { name: 'Front desk, Harbor', facilityId: facilities[1]!, ago: 5, retention: null },
  ]
  for (const { ago, ...example } of examples) {
    const made = await platform.db.withContext({ orgId, userId: administrator }, async (tx) => {
      const { row, password } = await enrol(platform.keys, tx, {
        ...example,
        managed: true,
        quotaBytes: 50 * GIB,
        silentHours: 48,
      })
      await recordOperator(tx, { action: 'demo.seed', object: { type: 'device', id: row.id } })
      return { id: row.id, password: password! }
    })
    await copyOf(platform, orgId, made, new Date(Date.now() - ago * DAY))
  }
}

/** A copy of a small folder of synthetic files, where restic is here to make one. */
async function copyOf(
  platform: Platform,
  orgId: string,
  device: { id: string; password: string },
  at: Date,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'wellkeep-demo-'))
  try {
    const documents = join(dir, 'Documents')
    await mkdir(join(documents, 'Templates'), { recursive: true })
    await writeFile(join(documents, 'Opening hours.txt'), 'Monday to Friday, 8 to 5.\n')
    await writeFile(join(documents, 'Templates', 'Letter.txt'), 'Dear ...,\n\nwith kind regards\n')
    await writeFile(join(documents, 'Templates', 'Recall.csv'), 'month,reminders\n1,120\n2,98\n')
    if (!(await firstCopy(platform, { orgId, deviceId: device.id, password: device.password }, documents)))
      return
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  await platform.db.withContext(
    { orgId, userId: null },
    async (tx) => {
      // It came in when the example says so.
      const snapshots = await tx.db
        .deleteFrom('device_objects')
        .where('org_id', '=', orgId)
        .where('device_id', '=', device.id)
        .where('kind', '=', 'snapshots')
        .returningAll()
        .execute()
      for (const snapshot of snapshots)
        await tx.db
          .insertInto('device_objects')
          .values({ ...snapshot, created_at: at })
          .execute()
      await tx.db
        .updateTable('devices')
        .set({ last_snapshot_at: at, created_at: new Date(at.getTime() - 30 * DAY) })
        .where('org_id', '=', orgId)
        .where('id', '=', device.id)
        .execute()
      await tx.db
        .insertInto('device_sessions')
        .values({
          org_id: orgId,
          id: uuidv7(),
          device_id: device.id,
          credential_id: uuidv7(),
          access: 'append',
          started_at: at,
          last_at: at,
          ended_at: at,
          written_bytes: 4_812,
          written_objects: 5,
          snapshots: 1,
        })
        .execute()
    },
    'worker',
  )
}
