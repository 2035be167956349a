import { request } from 'node:https'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../server/testing/harness.ts'
import { runCommand } from './testing.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
  await s.world.person('administrator')
})
afterAll(() => s.stop())

it('ends the open streams of somebody whom it suspends at once', async () => {
  const { url } = await s.listen()
  const person = await s.world.person('clinician')
  let ended = 0
  await new Promise<void>((resolve, reject) => {
    const asked = request(
      `${url}/api/v1/live`,
      { headers: { authorization: `Bearer ${person.token}` }, rejectUnauthorized: false },
      (answer) => {
        answer.once('data', () => resolve())
        answer.once('close', () => {
          ended = Date.now()
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
  const ran = await runCommand('user.ts', 'userCommand', ['suspend', person.email], {
    DATABASE_URL: s.ownerUrl,
    WELLKEEP_KEYS: s.keysDir,
    WELLKEEP_DATA: s.dataDir,
  })
  const done = Date.now()
  expect(ran).toMatchObject({ code: 0, err: '' })
  await expect.poll(() => ended).toBeGreaterThan(0)
  // Without being told, a stream notices at its heartbeat, after 25 s.
  expect(ended - done).toBeLessThan(20_000)
})
