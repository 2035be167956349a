import { afterAll, beforeAll, expect, it } from 'vitest'
import { allRoutes } from '../../app.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('describes every route in OpenAPI 3.1, with what it needs', async () => {
  const { body } = await s.call(null, 'GET', '/api/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const described = Object.values(body.paths).flatMap((p) => Object.keys(p as object))
  expect(described).toHaveLength(allRoutes(s.services).length)
  expect(body.paths['/api/v1/clients/{id}'].patch['x-needs']).toBe('clients:write')
  const ids = Object.values(body.paths).flatMap((p) => Object.values(p as object).map((o) => o.operationId))
  expect(new Set(ids).size).toBe(ids.length)
})

it('is readable as a page, without script', async () => {
  const page = await s.call(null, 'GET', '/api/docs')
  expect(page.status).toBe(200)
  expect(page.body).toContain('/api/v1/clients/{id}')
  expect(page.body).not.toContain('<script')
})
