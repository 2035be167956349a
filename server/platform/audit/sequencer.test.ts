import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestLog, testLog } from './fixtures/log.ts'

let log: TestLog
beforeAll(async () => {
  log = await testLog()
})
afterAll(() => log.drop())

test('events get their places in order, under a checkpoint that the public key verifies', async () => {
  await log.grow(3)
  await log.grow(300)
  const report = await log.verify()
  expect(report).toMatchObject({ ok: true, size: 303, events: 303, checkpoints: 2, problems: [] })
})
