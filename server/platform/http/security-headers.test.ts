import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

test('every answer carries the security headers, also those that say no', async () => {
  const { token } = await s.world.person('clinician')
  const answers = [
    await s.call(token, 'POST', '/clients/search', {}),
    await s.call(null, 'GET', '/setup'),
    await s.call(null, 'POST', '/clients/search', {}),
    await s.call(token, 'GET', '/clients/not-an-id'),
    await s.call(token, 'GET', '/nothing-here'),
    await s.call(token, 'POST', '/clients/search', '{', { 'content-type': 'application/json' }),
    await s.call(token, 'POST', '/clients/search', 'x'.repeat(3_000_000), {
      'content-type': 'application/json',
    }),
  ]
  expect(answers.map((a) => a.status)).toEqual([200, 200, 401, 422, 404, 400, 413])
  for (const a of answers)
    expect(a.headers).toMatchObject({
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
})
