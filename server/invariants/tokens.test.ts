import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../app.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import { sample } from './sample.ts'

// A token is cut down to what a program needs: it lists no sessions, ends none, and is not its user's account.

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('opens no route about its user’s account and sessions, even with every permission', async () => {
  const someone = await s.world.person('administrator')
  const routes = allRoutes(s.services).filter((r) => r.needs === 'session' || r.needs === 'pre-session')
  expect(routes.map((r) => `${r.method} ${r.path}`)).toEqual(
    expect.arrayContaining([
      'GET /me/sessions',
      'DELETE /me/sessions',
      'POST /session/extend',
      'GET /session',
    ]),
  )
  for (const r of routes) {
    const path = r.path.replace(/:\w+/g, someone.id)
    const body =
      r.body && sample(z.toJSONSchema(r.body, { io: 'input', unrepresentable: 'any' }), () => someone.id)
    const answer = await s.call(someone.token, r.method, path, body)
    expect(answer.status, `${r.method} ${r.path}`).toBe(r.needs === 'session' ? 403 : 401)
  }
  const { rows } = await s.owner.query(
    "select count(*)::int as n from audit_events where action = 'request.refused' and leaf like '%' || $1 || '%'",
    [someone.id],
  )
  expect(rows[0].n).toBe(routes.filter((r) => r.needs === 'session').length)
})

it('still hears that something changed and reads what the program is made of', async () => {
  const { token } = await s.world.custom(['clients:read'], {})
  expect((await s.call(token, 'GET', '/permissions')).status).toBe(200)
  expect((await s.call(token, 'GET', '/queues')).status).toBe(403)
})
