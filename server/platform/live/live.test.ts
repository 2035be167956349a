import { request } from 'node:https'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
let twin: TestServer
beforeAll(async () => {
  s = await startTestServer()
  twin = await s.twin()
})
afterAll(async () => {
  await twin.stop()
  await s.stop()
})

it('tells a screen at another process what kind of thing changed, and nothing else', async () => {
  const clinician = await s.world.person('clinician')
  const { url } = await twin.listen()
  let heard = ''
  const stream = request(
    `${url}/api/v1/live`,
    { headers: { authorization: `Bearer ${clinician.token}` }, rejectUnauthorized: false },
    (res) => res.on('data', (chunk) => (heard += chunk)),
  )
  stream.on('error', () => {})
  stream.end()
  await expect.poll(() => heard).toContain('retry')
  const made = await s.call(clinician.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Quiet'] }] },
  })
  await expect.poll(() => heard, { timeout: 5000 }).toContain('{"type":"clients"}')
  expect(heard).not.toContain(made.body.id)
  expect(heard).not.toContain('Quiet')
  stream.destroy()
})
