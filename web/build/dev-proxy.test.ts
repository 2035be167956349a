import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SERVED, server } from './dev-proxy.ts'

const passedOn = (path: string) => new RegExp(SERVED).test(path)

it('passes the API on while developing, and none of the web app’s own modules', () => {
  for (const path of ['/api/v1/session', '/api/v1/live?x=1', '/api/docs', '/api/openapi.json'])
    expect(passedOn(path), path).toBe(true)
  const modules = readdirSync(join(import.meta.dirname, '..', 'api'))
  expect(modules.length).toBeGreaterThan(5)
  for (const name of modules) expect(passedOn(`/api/${name}`), name).toBe(false)
})

it('asks the server at the port that it was told', () => {
  expect(server({})).toBe('https://localhost:8443')
  expect(server({ WELLKEEP_PORT: '9443' })).toBe('https://localhost:9443')
})
