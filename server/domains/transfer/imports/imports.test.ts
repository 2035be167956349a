import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'
import { startImports } from '../index.ts'

let s: TestServer
let importer: Person
let imports: { stop(): Promise<void> }
const ALL = ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note']

beforeAll(async () => {
  s = await startTestServer()
  importer = await s.world.custom(
    ['clients:import', 'clients:read', 'clients:export', 'identifiers:reveal'],
    Object.fromEntries(ALL.map((c) => [c, 'write'])),
  )
  imports = startImports(s.services)
})
afterAll(async () => {
  await imports.stop()
  await s.stop()
})

const upload = (text: string | Buffer, type = 'text/csv', who: Person = importer) =>
  s.call(who.token, 'POST', '/imports', text, {
    'content-type': type,
    'x-file-name': encodeURIComponent('Zoë’s clients.csv'),
  })

async function finished(id: string) {
  for (;;) {
    const { body } = await s.call(importer.token, 'GET', `/imports/${id}`)
    if (!['uploaded', 'running'].includes(body.status)) return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
async function bringIn(text: string | Buffer, type: string, options: object = {}) {
  const { body } = await upload(text, type)
  const started = await s.call(importer.token, 'POST', `/imports/${body.id}/start`, {
    groupId: s.world.groupId,
    ...options,
  })
  expect(started.status, JSON.stringify(started.body)).toBe(200)
  return finished(body.id)
}
const issuesOf = async (id: string) =>
  (await s.call(importer.token, 'GET', `/imports/${id}/errors`)).body.items
const find = async (q: string) => (await s.call(importer.token, 'POST', '/clients/search', { q })).body.items

const synthea = () => {
  const folder = new URL('../fixtures/synthea/', import.meta.url)
  return readdirSync(folder)
    .filter((f) => f.endsWith('.ndjson'))
    .sort()
    .map((f) => readFileSync(new URL(f, folder), 'utf8'))
    .join('')
}

describe('CSV', () => {
  const csv =
    'Last Name,First Name,DOB,SSN,MRN,Phone,Notes\nAbernathy,Ida,2/3/1980,212-34-5678,M1,212-555-0101,calm\nBarrow,Jon,bad date,,M2,,\nCastell,Kim,1/2/1990,,M3,212-555-0103,\n'

  test('is uploaded, previewed, imported, and found', async () => {
    const up = await upload(csv)
    expect(up.body).toMatchObject({
      kind: 'csv',
      status: 'uploaded',
      name: 'Zoë’s clients.csv',
      encoding: 'utf-8',
    })
    const shown = await s.call(importer.token, 'POST', `/imports/${up.body.id}/preview`, {
      groupId: s.world.groupId,
    })
    expect(shown.body).toMatchObject({
      columns: [
        { name: 'Last Name', suggestion: 'family', samples: ['Abernathy', 'Barrow', 'Castell'] },
        {},
        {},
        {},
        {},
        {},
        { suggestion: 'clinicalSummary' },
      ],
      rows: [
        { row: 2, errors: [] },
        { row: 3, errors: [{ field: 'birthDate' }] },
        { row: 4, errors: [] },
      ],
      problems: [],
      counts: { rows: 3, errors: 1, complete: true },
    })
    await s.call(importer.token, 'POST', `/imports/${up.body.id}/start`, { groupId: s.world.groupId })
    const done = await finished(up.body.id)
    expect(done).toMatchObject({ status: 'done', rowsRead: 3, created: 2, failed: 1, unchanged: 0 })
    expect(done.bytesDone).toBe(done.bytesTotal)
    expect(await issuesOf(done.id)).toEqual([
      expect.objectContaining({ row: 3, field: 'birthDate', severity: 'error' }),
    ])
    expect(await find('abernathy')).toMatchObject([{ displayName: 'Ida Abernathy', birthDate: '1980-02-03' }])
  })

  test('a repeated import adds nothing twice', async () => {
    expect(await bringIn(csv, 'text/csv')).toMatchObject({
      status: 'done',
      created: 0,
      unchanged: 2,
      failed: 1,
    })
    expect(await find('abernathy')).toHaveLength(1)
  })
})

describe('FHIR', () => {
  test('a whole export in any order: clients, contacts, kept resources', async () => {
    const done = await bringIn(synthea(), 'application/x-ndjson')
    expect(await issuesOf(done.id)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    )
    expect(done).toMatchObject({ status: 'done', created: 5, failed: 0, contacts: 2 })
    const again = await bringIn(synthea(), 'application/x-ndjson')
    expect(again).toMatchObject({
      status: 'done',
      created: 0,
      unchanged: 5,
      others: 0,
      contacts: 0,
      unassigned: {},
    })
  })
})
