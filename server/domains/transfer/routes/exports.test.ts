import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'
import { mapResource } from '../fhir/map.ts'
import { readFhir } from '../fhir/reader.ts'
import { importFiles } from '../index.ts'

let s: TestServer
let officer: Person
let clientId: string
const folder = new URL('../fixtures/synthea/', import.meta.url)
const CLASSES = ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note']
const every = Object.fromEntries(CLASSES.map((c) => [c, 'write' as const]))

beforeAll(async () => {
  s = await startTestServer()
  officer = await s.world.custom(['clients:read', 'clients:export', 'identifiers:reveal'], every)
  const { orgId, groupId } = s.world
  await importFiles(s.services, { orgId, groupId, path: folder.pathname })
  clientId = (await s.call(officer.token, 'POST', '/clients/search', { q: 'medhurst' })).body.items[0].id
})
afterAll(() => s.stop())

const give = (who: Person, format: string, path = `/clients/${clientId}/export`, more: object = {}) =>
  s.call(who.token, 'POST', path, { format, purpose: 'Referral of Mrs. Medhurst46', ...more })
const lastEvent = async (action: string) =>
  JSON.parse(
    (
      await s.owner.query('select leaf from audit_events where action = $1 order by id desc limit 1', [
        action,
      ])
    ).rows[0].leaf,
  ).event

test('a FHIR Bundle holds the client and its resources letter for letter, and its references hold', async () => {
  const { status, headers, body } = await give(officer, 'fhir')
  expect(status).toBe(200)
  expect(headers['content-disposition']).toBe(`attachment; filename="client-${clientId}.fhir.json"`)
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const owners = new Set<string>()
  const texts: string[] = []
  const keys: string[] = []
  for await (const read of readFhir(
    (async function* () {
      yield Buffer.from(text)
    })(),
  )) {
    if (!('item' in read)) throw new Error(read.issue.reason)
    const { mapped, issues } = mapResource(read.item, 'US')
    expect(issues.filter((i) => i.severity === 'error')).toEqual([])
    if (mapped?.as === 'client') keys.push(...mapped.source.keys)
    if (mapped?.as === 'other') for (const key of mapped.owner) owners.add(key)
    texts.push(JSON.stringify(read.item.resource))
  }
  expect([...owners].every((key) => keys.includes(key))).toBe(true)
  expect(owners.size).toBe(1)
  const originals = readdirSync(folder)
    .filter((f) => f.endsWith('.ndjson') && f !== 'Patient.ndjson')
    .flatMap((f) => readFileSync(new URL(f, folder), 'utf8').trim().split('\n'))
    .filter((line) => line.includes('Patient/129c6ac7-8d06-89de-ad63-0204a93e76c3'))
  expect(originals.length).toBeGreaterThan(5)
  for (const line of originals) expect(texts).toContain(JSON.stringify(JSON.parse(line)))
})

test('each is a disclosure in the log, its purpose sealed', async () => {
  await give(officer, 'pdf')
  const event = await lastEvent('client.export')
  expect(event).toMatchObject({
    object: { type: 'client', id: clientId },
    actor: { userId: officer.id },
    facts: { format: 'pdf' },
  })
  expect(event.classes).toEqual(expect.arrayContaining(['contact', 'identifier', 'clinical']))
  expect(JSON.stringify(event)).not.toContain('Medhurst')
  expect(event.sealed.text).toBeDefined()
})

test('a PDF', async () => {
  const { status, headers, body } = await give(officer, 'pdf')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('application/pdf')
  expect(String(body).startsWith('%PDF-')).toBe(true)
})

test('a list as CSV names every client in the log', async () => {
  const { status, body } = await give(officer, 'csv', '/clients/export', { kind: 'person' })
  expect(status).toBe(200)
  const rows = parse(String(body), { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<
    string,
    string
  >[]
  expect(rows).toHaveLength(3)
  expect(rows.map((r) => r['Last name'])).toContain('Medhurst46')
  expect(rows.every((r) => r['Client group'] === 'North clinic')).toBe(true)
  const event = await lastEvent('client.export-list')
  expect(event.objects.sort()).toEqual(rows.map((r) => r['Wellkeep ID']).sort())
  const some = await give(officer, 'csv', '/clients/export', { ids: [clientId] })
  expect(String(some.body).trim().split('\r\n')).toHaveLength(2)
})

test('what a role may not see does not leave', async () => {
  const half = await s.world.custom(['clients:read', 'clients:export'], {
    contact: 'read',
    identifier: 'read',
  })
  const fhir = JSON.stringify((await give(half, 'fhir')).body)
  expect(fhir).toContain('Medhurst46')
  expect(fhir).not.toMatch(/1927-05-21|999-94-5397|Condition/)
  const list = String((await give(half, 'csv', '/clients/export')).body)
  expect(list).not.toMatch(/Birth date|Social Security/)
  const blind = await s.world.custom(['clients:read', 'clients:export'], { clinical: 'read' })
  expect((await give(blind, 'fhir')).status).toBe(403)
  const outsider = await s.world.custom(['clients:read', 'clients:export'], every, 'outside')
  expect((await give(outsider, 'fhir')).status).toBe(404)
  expect(
    String((await give(outsider, 'csv', '/clients/export')).body)
      .trim()
      .split('\r\n'),
  ).toHaveLength(1)
  expect((await give(await s.world.custom(['clients:read'], every), 'fhir')).status).toBe(403)
})

test('a purpose is needed', async () => {
  const { status, body } = await s.call(officer.token, 'POST', `/clients/${clientId}/export`, {
    format: 'pdf',
  })
  expect(status).toBe(422)
  expect(body.errors).toEqual([{ field: 'purpose', message: 'is required' }])
})
