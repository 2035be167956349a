import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyExport } from '../../../../tlog/index.ts'
import { auditEvent } from '../../../platform/audit/event.ts'
import { exportLog } from '../../../platform/audit/export.ts'
import { logKey } from '../../../platform/audit/log-key.ts'
import { Sequencer } from '../../../platform/audit/sequencer.ts'
import type { Database } from '../../../platform/db/database.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { importFiles } from '../index.ts'

const MINUTE = 60_000
const COUNT = 5000
let s: TestServer
let sequencer: Sequencer
beforeAll(async () => {
  s = await startTestServer()
  sequencer = new Sequencer({ ...s.services, keysDir: s.keysDir })
})
afterAll(async () => {
  vi.useRealTimers()
  await s.stop()
})

/** Somebody else works meanwhile: an event, and a checkpoint over it. */
async function meanwhile(): Promise<void> {
  const { orgId } = s.world
  await s.services.reads.record(
    auditEvent(orgId, { kind: 'system', userId: null }, null, { action: 'client.list' }),
  )
  await sequencer.sequence(orgId)
}

test('an all-or-nothing import that runs long leaves a log that verifies', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const rows = Array.from({ length: COUNT }, (_, i) => `Longrun${i},Ida,1/1/1980,L${i}`)
  const path = join(s.dataDir, 'long.csv')
  await writeFile(path, `Last Name,First Name,DOB,MRN\n${rows.join('\n')}\n`)
  await meanwhile()
  let between: Promise<void> | undefined
  let signed = false
  // The import's own statements wait for what happens between them, so that it does not outrun the others.
  const db: Database = {
    ...s.services.db,
    withContext: (context, work, pool) =>
      s.services.db.withContext(
        context,
        (tx) => {
          const { run } = tx
          tx.run = (statement, values) =>
            Promise.resolve(between).then(() => run.call(tx, statement, values)) as never
          return work(tx)
        },
        pool,
      ),
  }
  const result = await importFiles(
    { ...s.services, db },
    {
      orgId: s.world.orgId,
      groupId: s.world.groupId,
      path,
      atomic: true,
      listen() {
        // Half an hour passes behind the first batch, and others' work is signed while the import still runs.
        if (between) return
        vi.setSystemTime(Date.now() + 30 * MINUTE)
        between = meanwhile().then(() => {
          signed = true
        })
      },
    },
  )
  expect(signed).toBe(true)
  await between
  expect(result).toMatchObject({ status: 'done', progress: { total: { created: COUNT } } })
  await sequencer.sequence(s.world.orgId)

  const { verifierKey } = await logKey(s.services.keys, s.world.orgId)
  const { bytes } = await exportLog(s.services.db, s.services.logState, s.world.orgId)
  const report = await verifyExport(bytes, verifierKey)
  expect(report.firstBadLeaf).toBeUndefined()
  expect(report.ok).toBe(true)

  const { rows: events } = await s.owner.query(
    "select at, cardinality(object_ids) as n from audit_events where action = 'client.import' order by at",
  )
  expect(events.reduce((sum, e) => sum + e.n, 0)).toBe(COUNT)
  // All are of one moment, that of the end.
  expect(events.at(-1).at - events[0].at).toBeLessThan(10 * MINUTE)
  expect((await s.owner.query('select from import_events')).rowCount).toBe(0)
})
