import { afterAll, beforeAll, expect, test } from 'vitest'
import { leafHash, verifyExport, verifyInclusion } from '../../../tlog/index.ts'
import { exportLog } from './export.ts'
import { type TestLog, testLog } from './fixtures/log.ts'
import { logKey } from './log-key.ts'
import { newestHead, proveEvent } from './proof.ts'

let log: TestLog
beforeAll(async () => {
  log = await testLog()
})
afterAll(() => log.drop())

const prove = async (orgId: string, id: string) => {
  const key = await logKey(log.keys, orgId)
  return log.db.withContext({ orgId, userId: null }, (tx) => proveEvent(tx, key, id))
}

test('an empty log exports as one', async () => {
  const one = await log.another()
  const report = await one.verify()
  expect(report.problems.map((p) => p.code)).toEqual(['no-checkpoint'])
  const key = await logKey(log.keys, one.orgId)
  expect(
    await log.db.withContext({ orgId: one.orgId, userId: null }, (tx) => newestHead(tx, key)),
  ).toBeUndefined()
})

test('each export is of one moment, however the log grows meanwhile', async () => {
  await log.grow(1)
  const going = { on: true }
  const growing = (async () => {
    while (going.on) await log.grow(50)
  })()
  const sizes: number[] = []
  for (let i = 0; i < 10; i++) {
    const { size, bytes } = await exportLog(log.db, log.state, log.orgId)
    await new Promise((r) => setTimeout(r, 30))
    const report = await verifyExport(bytes, log.verifierKey)
    expect(report.problems).toEqual([])
    expect(report.size).toBe(size)
    sizes.push(size)
  }
  going.on = false
  await growing
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  expect(sizes.at(-1)).toBeGreaterThan(sizes[0]!)
})

test('an export that is given up leaves no transaction behind', async () => {
  await log.grow(3000)
  const { bytes } = await exportLog(log.db, log.state, log.orgId)
  await bytes.next()
  const open = () =>
    log.tamper(
      "select 1 from pg_stat_activity where datname = current_database() and application_name = 'wellkeep-export'",
    )
  expect(await open()).toHaveLength(1)
  await bytes.return(undefined)
  await expect.poll(open).toHaveLength(0)
})

test('an export only reads', async () => {
  const { openSnapshot } = await import('./snapshot.ts')
  const snapshot = await openSnapshot(log.db, log.orgId)
  await expect(snapshot.rows('delete from audit_pending', [])).rejects.toMatchObject({ code: '25006' })
  await snapshot.end()
})

test('any event is proven under the newest checkpoint', async () => {
  const one = await log.another()
  const events = [...(await one.grow(300)), ...(await one.grow(1)), ...(await one.grow(213))]
  for (const event of events.filter((_, i) => i % 37 === 0 || i > 510)) {
    const p = await prove(one.orgId, event.id)
    if (!p || p === 'pending') throw new Error('no proof')
    expect(p.head.size).toBe(514)
    expect(p.holds).toBe(true)
    expect(verifyInclusion(leafHash(Buffer.from(event.leaf)), p.leafIndex, 514, p.proof, p.head.root)).toBe(
      true,
    )
  }
  const [waiting] = [one.event()]
  expect(await prove(one.orgId, waiting!.id)).toBeUndefined()
  await one.append([waiting!])
  expect(await prove(one.orgId, waiting!.id)).toBe('pending')
  await log.tamper(
    "update audit_events set leaf = replace(leaf, 'client.read', 'client.list') where id = $1",
    [events[5]!.id],
  )
  expect(await prove(one.orgId, events[5]!.id)).toMatchObject({ holds: false })
})
