import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('keeps the language of a portal person, and no other word', async () => {
  const me = await s.world.portal({})
  const other = await s.world.portal({})
  const get = async (who = me) => (await s.call(who, 'GET', '/me/language')).body.language
  expect(await get()).toBeNull()
  expect((await s.call(me, 'PUT', '/me/language', { language: 'es' })).status).toBe(200)
  expect([await get(), await get(other)]).toEqual(['es', null])
  for (const language of ['xx', '', 5])
    expect((await s.call(me, 'PUT', '/me/language', { language })).status).toBe(422)
  expect((await s.call(me, 'PUT', '/me/language', { language: null })).status).toBe(200)
  expect(await get()).toBeNull()
})
