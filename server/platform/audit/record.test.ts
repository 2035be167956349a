import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseUnavailable } from '../db/database.ts'
import { uuidv7 } from '../ids.ts'
import type { AuditEvent } from './event.ts'
import { type TestLog, testLog } from './fixtures/log.ts'
import { EventNotRecorded, ReadRecorder, recordInTransaction } from './record.ts'

let log: TestLog
let reads: ReadRecorder
beforeAll(async () => {
  log = await testLog()
  reads = new ReadRecorder(log.db)
})
afterAll(() => log.drop())

const stored = async (ids: string[]) =>
  new Set(
    (await log.tamper<{ id: string }>('select id from audit_events where id = any ($1)', [ids])).map(
      (r) => r.id,
    ),
  )
const APPEND =
  'wk_audit_append(uuid[], uuid[], timestamptz[], text[], uuid[], uuid[], text[], text[], text[], uuid[], text[])'

test('an event is durable, for all to see, when its read may be answered', async () => {
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      const event = log.event()
      await reads.record(event)
      expect(await stored([event.id])).toEqual(new Set([event.id]))
    }),
  )
})

test('events of concurrent reads share commits', async () => {
  const before = await log.tamper<{ n: number }>(
    'select count(distinct xmin::text)::int as n from audit_events',
  )
  await Promise.all(Array.from({ length: 300 }, () => reads.record(log.event())))
  const after = await log.tamper<{ n: number }>(
    'select count(distinct xmin::text)::int as n from audit_events',
  )
  expect(after[0]!.n - before[0]!.n).toBeLessThan(30)
})

/** What the database refuses: an id that is none, and one that is taken. */
const broken = (kind: 'no-id' | 'taken', taken: string): AuditEvent => ({
  ...log.event(),
  ...(kind === 'no-id' ? { objectId: '-'.repeat(36) } : { id: taken }),
})

test('whatever it shares a batch with, an event fails or is durable by itself', async () => {
  const taken = log.event()
  await reads.record(taken)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('good', 'no-id', 'taken'), { minLength: 1, maxLength: 60 }),
      async (kinds) => {
        const events = kinds.map((k) => (k === 'good' ? log.event() : broken(k as 'taken', taken.id)))
        const results = await Promise.allSettled(events.map((e) => reads.record(e)))
        const there = await stored(events.map((e) => e.id))
        for (const [i, kind] of kinds.entries()) {
          expect(results[i]!.status).toBe(kind === 'good' ? 'fulfilled' : 'rejected')
          if (kind === 'good') expect(there.has(events[i]!.id)).toBe(true)
          else expect((results[i] as PromiseRejectedResult).reason).toBeInstanceOf(EventNotRecorded)
          if (kind === 'no-id') expect(there.has(events[i]!.id)).toBe(false)
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('a database that goes away rejects all that wait, and nothing is taken for recorded that is not', async () => {
  const going = { on: true }
  const cutting = (async () => {
    while (going.on) {
      await log.tamper(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'wellkeep_app'",
      )
      await new Promise((r) => setTimeout(r, 5))
    }
  })()
  const recorded: string[] = []
  const failures: unknown[] = []
  for (let round = 0; round < 60; round++) {
    const events = Array.from({ length: 20 }, () => log.event())
    const results = await Promise.allSettled(events.map((e) => reads.record(e)))
    for (const [i, r] of results.entries())
      r.status === 'fulfilled' ? recorded.push(events[i]!.id) : failures.push(r.reason)
  }
  going.on = false
  await cutting
  expect(failures.length).toBeGreaterThan(0)
  for (const f of failures) expect(f).toBeInstanceOf(DatabaseUnavailable)
  expect(await stored(recorded)).toEqual(new Set(recorded))
  // Back again without being told.
  const event = log.event()
  await expect
    .poll(() =>
      reads.record(event).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
})

test('without the right to record, a read fails and a change rolls back', async () => {
  await log.tamper(`revoke execute on function ${APPEND} from wellkeep_app`)
  try {
    await expect(reads.record(log.event())).rejects.toBeInstanceOf(EventNotRecorded)
    const change = log.db.withContext({ orgId: log.orgId, userId: null }, async (tx) => {
      await tx.client.query("update organizations set name = 'changed' where org_id = $1", [log.orgId])
      await recordInTransaction(tx, log.event())
    })
    await expect(change).rejects.toBeInstanceOf(EventNotRecorded)
  } finally {
    await log.tamper(`grant execute on function ${APPEND} to wellkeep_app`)
  }
  expect(await log.tamper('select name from organizations where org_id = $1', [log.orgId])).toEqual([
    { name: 'Maple Grove Care' },
  ])
})

test('nobody who serves requests or sequences can change, delete or forge what is recorded', async () => {
  const event = log.event()
  await reads.record(event)
  for (const pool of ['app', 'worker'] as const)
    for (const sql of [
      "update audit_events set outcome = 'failed'",
      'delete from audit_events',
      'truncate audit_events',
      `insert into audit_events (org_id, id, at, leaf, action, outcome) values ('${log.orgId}', '${uuidv7()}', now(), '{}', 'a.b', 'done')`,
      'delete from audit_leaves',
      'update audit_leaves set leaf_index = 0',
      'delete from audit_checkpoints',
      'update audit_checkpoints set size = 0',
      'delete from audit_tiles',
      ...(pool === 'app' ? ['delete from audit_pending', 'update audit_tiles set width = 1'] : []),
    ]) {
      const attempt = log.db.withContext(
        { orgId: log.orgId, userId: null },
        (tx) => tx.client.query(sql),
        pool,
      )
      await expect(attempt, `${pool}: ${sql}`).rejects.toMatchObject({ code: '42501' })
    }
})

test('no organization sees the log of another', async () => {
  const other = await log.another()
  await other.grow(3)
  for (const pool of ['app', 'worker'] as const)
    for (const table of [
      'audit_events',
      'audit_leaves',
      'audit_tiles',
      'audit_checkpoints',
      'audit_pending',
    ]) {
      const foreign = await log.db.withContext(
        { orgId: log.orgId, userId: null },
        (tx) => tx.client.query(`select count(*)::int as n from ${table} where org_id <> $1`, [log.orgId]),
        pool,
      )
      expect(foreign.rows).toEqual([{ n: 0 }])
    }
})
