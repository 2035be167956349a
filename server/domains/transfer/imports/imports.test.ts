import { readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'
import { importFiles, startImports } from '../index.ts'
import { ImportOptions } from './options.ts'
import { runImport } from './run.ts'
import type { ImportFile } from './run-context.ts'
import { stage, stagedFile } from './staging.ts'
import { claimImport, createImport, queueImport } from './store.ts'

let s: TestServer
let importer: Person
let imports: { stop(): Promise<void> }
const CLASSES = ['contact', 'demographic', 'identifier', 'clinical', 'financial', 'note']
const every = Object.fromEntries(CLASSES.map((c) => [c, 'write' as const]))
const MAY = ['clients:import', 'clients:read', 'clients:export', 'identifiers:reveal']

beforeAll(async () => {
  s = await startTestServer()
  importer = await s.world.custom(MAY, every)
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
const start = (id: string, options: object = {}, who: Person = importer) =>
  s.call(who.token, 'POST', `/imports/${id}/start`, { groupId: s.world.groupId, ...options })

async function finished(id: string, who: Person = importer) {
  for (;;) {
    const { body } = await s.call(who.token, 'GET', `/imports/${id}`)
    if (!['uploaded', 'running'].includes(body.status)) return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
async function bringIn(text: string | Buffer, type = 'text/csv', options: object = {}) {
  const { body } = await upload(text, type)
  const started = await start(body.id, options)
  expect(started.status, JSON.stringify(started.body)).toBe(200)
  return finished(body.id)
}
const issuesOf = async (id: string) =>
  (await s.call(importer.token, 'GET', `/imports/${id}/errors`)).body.items
const find = async (q: string, who: Person = importer) =>
  (await s.call(who.token, 'POST', '/clients/search', { q })).body.items
const count = async (table: string) =>
  Number((await s.owner.query(`select count(*) from ${table}`)).rows[0].count)

const folder = new URL('../fixtures/synthea/', import.meta.url)
const synthea = () =>
  readdirSync(folder)
    .filter((f) => f.endsWith('.ndjson'))
    .sort()
    .map((f) => readFileSync(new URL(f, folder), 'utf8'))
    .join('')

describe('CSV', () => {
  const csv =
    'Last Name,First Name,DOB,SSN,MRN,Phone,Notes\nAbernathy,Ida,2/3/1980,212-34-5678,M1,212-555-0101,calm\nBarrow,Jon,bad date,,M2,,\nCastell,Kim,1/2/1990,,M3,212-555-0103,\n'

  test('is uploaded, previewed, imported and found', async () => {
    const up = await upload(csv)
    expect(up.body).toMatchObject({
      kind: 'csv',
      status: 'uploaded',
      name: 'Zoë’s clients.csv',
      encoding: 'utf-8',
    })
    const shown = await s.call(importer.token, 'POST', `/imports/${up.body.id}/preview`, {})
    const [first] = shown.body.columns
    expect(first).toEqual({
      index: 0,
      name: 'Last Name',
      suggestion: 'family',
      samples: ['Abernathy', 'Barrow', 'Castell'],
    })
    expect(shown.body).toMatchObject({
      rows: [
        { row: 2, errors: [] },
        { row: 3, errors: [{ field: 'birthDate' }] },
        { row: 4, errors: [] },
      ],
      problems: [],
      counts: { rows: 3, errors: 1, complete: true },
    })
    await start(up.body.id)
    const done = await finished(up.body.id)
    expect(done).toMatchObject({ status: 'done', rowsRead: 3, created: 2, failed: 1, unchanged: 0 })
    expect(done.bytesDone).toBe(done.bytesTotal)
    expect(await issuesOf(done.id)).toMatchObject([{ row: 3, field: 'birthDate', severity: 'error' }])
    expect(await find('abernathy')).toMatchObject([{ displayName: 'Ida Abernathy', birthDate: '1980-02-03' }])
  })

  test('a repeated import adds nothing twice, in another order and another format either', async () => {
    expect(await bringIn(csv)).toMatchObject({ created: 0, unchanged: 2, failed: 1 })
    const other = 'Name;Birth date;Chart #\n"Abernathy, Ida";03.02.1980;m-1\n'
    expect(await bringIn(other, 'text/csv', { dateOrder: 'dmy' })).toMatchObject({ created: 0, unchanged: 1 })
    expect(await find('abernathy')).toHaveLength(1)
  })

  test('a client twice in one file is one client; an identifier of somebody else is an error', async () => {
    const twice =
      'Last Name,First Name,DOB,MRN\nDuplicatus,Una,1/1/1970,D1\nDuplicatus,Una,1/1/1970,D1\nStranger,Max,5/5/1999,D1\n'
    const done = await bringIn(twice)
    expect(done).toMatchObject({ status: 'done', created: 1, unchanged: 1, failed: 1 })
    expect(await issuesOf(done.id)).toMatchObject([
      { row: 4, reason: expect.stringContaining('another client') },
    ])
  })

  test('a row whose identifiers lead to two clients is an error', async () => {
    const two =
      'Last Name,First Name,DOB,MRN,SSN\nTwain,Ann,1/1/1971,T1,\nTwain,Bea,1/1/1972,,213-45-6789\nTwain,Cy,1/1/1973,T1,213-45-6789\n'
    const done = await bringIn(two)
    expect(done).toMatchObject({ created: 2, failed: 1 })
    expect(await issuesOf(done.id)).toMatchObject([
      { row: 4, reason: expect.stringContaining('two different') },
    ])
  })

  test('all or nothing: one bad row keeps all out; without it all are in', async () => {
    const before = await count('clients')
    const bad = await bringIn('Last Name,DOB\nAtomica,1/1/1980\nAtomicb,99/99/1980\n', 'text/csv', {
      atomic: true,
    })
    expect(bad).toMatchObject({ status: 'failed', created: 0, failed: 1, error: { code: 'rows-not-right' } })
    expect(await issuesOf(bad.id)).toMatchObject([{ row: 3, field: 'birthDate' }])
    const conflict = 'Last Name,DOB,MRN\nAtomicc,1/1/1980,A9\nAtomicd,1/1/1990,A9\n'
    expect(await bringIn(conflict, 'text/csv', { atomic: true })).toMatchObject({
      status: 'failed',
      created: 0,
      failed: 1,
    })
    expect(await count('clients')).toBe(before)
    const good = await bringIn('Last Name,DOB\nAtomica,1/1/1980\nAtomicb,1/1/1981\n', 'text/csv', {
      atomic: true,
    })
    expect(good).toMatchObject({ status: 'done', created: 2, failed: 0 })
    expect(await count('clients')).toBe(before + 2)
  })

  test('SQL, HTML and formulas in every field are text, or the row is refused; what is over-long is', async () => {
    const header = [
      'Last Name',
      'First Name',
      'DOB',
      'MRN',
      'SSN',
      'Phone',
      'Email',
      'Address',
      'City',
      'State',
      'Zip',
      'Notes',
    ]
    const tables = await count('information_schema.tables')
    const attacks = [
      `x'); drop table clients; --`,
      '<script>alert(1)</script>',
      '=cmd|calc!A1',
      'y'.repeat(200_000),
    ]
    const rows = attacks.flatMap((attack, a) =>
      header.map((_, at) =>
        header
          .map((__, i) => (i === at ? attack : i === 0 ? `Attacked${a}x${at}` : ''))
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(','),
      ),
    )
    const done = await bringIn(`${header.join(',')}\n${rows.join('\n')}\n`)
    expect(done.status).toBe('done')
    expect(done.created + done.failed + done.unchanged).toBe(rows.length)
    expect(done.failed).toBeGreaterThanOrEqual(header.length)
    const issues = await issuesOf(done.id)
    expect(JSON.stringify(issues)).not.toMatch(/drop table|<script|cmd\||yyyyyyyyyy/)
    for (const issue of issues) expect(issue.reason).toMatch(/\w/)
    expect(await count('information_schema.tables')).toBe(tables)
  })

  test('a file that breaks in the middle changes nothing', async () => {
    const before = await count('clients')
    const rows = Array.from({ length: 1200 }, (_, i) => `Broken${i},1/1/1980`).join('\n')
    const done = await bringIn(`Last Name,DOB\n${rows}\n"never closed,1/1/1980\n`)
    expect(done).toMatchObject({ status: 'failed', created: 0, error: { code: 'malformed-csv' } })
    expect(done.error.message).toContain('Row 1202')
    expect(await count('clients')).toBe(before)
  })

  test('every change is in the log, with its ids and no content', async () => {
    const done = await bringIn('Last Name,DOB,Notes\nLoggerhead,1/1/1980,SECRET-NOTE\n')
    const { rows } = await s.owner.query('select leaf from audit_events where leaf like $1 order by id', [
      `%${done.id}%`,
    ])
    const events = rows.map((r) => JSON.parse(r.leaf).event)
    expect(events.map((e) => e.action)).toEqual([
      'import.upload',
      'import.start',
      'client.import',
      'import.finish',
    ])
    const [client] = await find('loggerhead')
    expect(events[2]).toMatchObject({ objects: [client.id], actor: { userId: importer.id } })
    expect(JSON.stringify(events)).not.toMatch(/loggerhead|SECRET-NOTE/i)
  })
})

describe('FHIR', () => {
  test('a whole export: clients, contacts of organisations, kept resources; again, and nothing is added', async () => {
    const done = await bringIn(synthea(), 'application/x-ndjson')
    expect((await issuesOf(done.id)).filter((i: { severity: string }) => i.severity === 'error')).toEqual([])
    expect(done).toMatchObject({
      status: 'done',
      created: 5,
      failed: 0,
      contacts: 2,
      unassigned: { Practitioner: 2 },
    })
    const again = await bringIn(synthea(), 'application/x-ndjson')
    expect(again).toMatchObject({
      status: 'done',
      created: 0,
      unchanged: 5,
      others: 0,
      contacts: 0,
      unassigned: {},
    })
    const [client] = await find('medhurst')
    const { body } = await s.call(importer.token, 'GET', `/clients/${client.id}/resources`)
    expect(body.items.map((r: { type: string }) => r.type)).toEqual(
      expect.arrayContaining(['Patient', 'Condition', 'Encounter']),
    )
  })

  test('what belongs to nobody is set aside and can be looked at', async () => {
    const lost =
      '{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Lost"},"subject":{"reference":"Patient/nobody"},"valueQuantity":{"value":1.10}}'
    const done = await bringIn(`${lost}\n`, 'application/fhir+json')
    expect(done).toMatchObject({ status: 'done', created: 0, unassigned: { Observation: 1 } })
    const { body } = await s.call(importer.token, 'GET', `/imports/${done.id}/unassigned`)
    expect(body.items).toMatchObject([{ type: 'Observation', label: 'Lost' }])
    const one = await s.call(importer.token, 'GET', `/imports/${done.id}/unassigned/${body.items[0].id}`)
    expect(one.body.resource.subject).toEqual({ reference: 'Patient/nobody' })
  })

  test('short ids mean somebody else in the next import', async () => {
    const bundle = (family: string) =>
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          {
            resource: {
              resourceType: 'Condition',
              id: '9',
              subject: { reference: 'Patient/17' },
              code: { text: family },
            },
          },
          { resource: { resourceType: 'Patient', id: '17', name: [{ family }], birthDate: '1980-01-01' } },
        ],
      })
    for (const family of ['Shortone', 'Shorttwo']) {
      expect(await bringIn(bundle(family), 'application/fhir+json')).toMatchObject({ created: 1, others: 2 })
      const [client] = await find(family)
      const { body } = await s.call(importer.token, 'GET', `/clients/${client.id}/resources`)
      expect(body.items).toEqual(
        expect.arrayContaining([expect.objectContaining({ type: 'Condition', label: family })]),
      )
    }
    expect(await bringIn(bundle('Shortone'), 'application/fhir+json')).toMatchObject({
      created: 0,
      unchanged: 1,
      others: 0,
    })
  })

  test('another release is refused and changes nothing', async () => {
    const before = await count('clients')
    const r5 =
      '{"resourceType":"Patient","name":[{"family":"Rfive"}]}\n{"resourceType":"Encounter","status":"planned","actualPeriod":{}}\n'
    expect(await bringIn(r5, 'application/x-ndjson')).toMatchObject({
      status: 'failed',
      error: { code: 'fhir-version' },
    })
    expect(await count('clients')).toBe(before)
  })
})

describe('uploads that are no import', () => {
  test.each([
    ['a zip bomb', gzipSync(Buffer.alloc(1 << 20)), 'text/csv', 422, 'compressed-file'],
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'text/csv', 422, 'spreadsheet-file'],
    ['nothing', Buffer.alloc(0), 'text/csv', 422, 'empty-file'],
    [
      'R5 by its media type',
      Buffer.from('{}'),
      'application/fhir+json; fhirVersion=5.0',
      422,
      'fhir-version',
    ],
    ['XML by its media type', Buffer.from('a'), 'application/fhir+xml', 422, 'xml-file'],
    ['plain JSON', Buffer.from('{}'), 'application/json', 415, 'media-type'],
  ])('%s', async (_name, bytes, type, status, slug) => {
    const before = await count('imports')
    const answer = await upload(bytes, type)
    expect(answer.status).toBe(status)
    expect(answer.body.type).toBe(`https://wellkeep.dev/problems/${slug}`)
    expect(await count('imports')).toBe(before)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  test('a mapping that can not be used names what is wrong', async () => {
    const { body } = await upload('Last Name,DOB\nX,1/1/1980\n')
    expect(await start(body.id, { mapping: ['nonsense', null] })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'mapping.0' }] },
    })
    expect(await start(body.id, { mapping: [null, 'birthDate'] })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'mapping' }] },
    })
    expect((await start(body.id, { groupId: s.world.otherGroupId })).status).toBe(403)
    expect((await start(body.id)).status).toBe(200)
    expect((await start(body.id)).status).toBe(409)
    await finished(body.id)
  })
})

describe('walls and roles', () => {
  test('an import is its user’s own until it has a group', async () => {
    const { body } = await upload('Last Name\nPrivatus\n')
    const colleague = await s.world.custom(MAY, every)
    const outsider = await s.world.custom(MAY, every, 'outside')
    for (const other of [colleague, outsider]) {
      expect((await s.call(other.token, 'GET', `/imports/${body.id}`)).status).toBe(404)
      expect((await start(body.id, {}, other)).status).toBe(404)
      expect((await s.call(other.token, 'POST', `/imports/${body.id}/preview`, {})).status).toBe(404)
    }
    await start(body.id)
    await finished(body.id)
    expect((await s.call(colleague.token, 'GET', `/imports/${body.id}`)).status).toBe(200)
    expect((await s.call(colleague.token, 'POST', `/imports/${body.id}/cancel`, {})).status).toBe(409)
    expect((await s.call(outsider.token, 'GET', `/imports/${body.id}`)).status).toBe(404)
  })

  test('a match never tells of a client behind a wall', async () => {
    const csv = 'Last Name,First Name,DOB,SSN\nWallace,Ivy,1/1/1980,214-56-7890\n'
    expect(await bringIn(csv)).toMatchObject({ created: 1 })
    const outsider = await s.world.custom(MAY, every, 'outside')
    const { body } = await upload(csv, 'text/csv', outsider)
    expect((await start(body.id, { groupId: s.world.otherGroupId }, outsider)).status).toBe(200)
    expect(await finished(body.id, outsider)).toMatchObject({ created: 1, unchanged: 0 })
  })

  test('nobody brings in a class that their roles do not show', async () => {
    const half = await s.world.custom(MAY, { contact: 'write', demographic: 'write' })
    const csv = await upload('Last Name,SSN\nHalf,212-34-5678\n', 'text/csv', half)
    expect((await start(csv.body.id, {}, half)).status).toBe(403)
    const fhir = await upload(synthea(), 'application/x-ndjson', half)
    expect((await start(fhir.body.id, {}, half)).status).toBe(403)
  })
})

describe('faults', () => {
  const many = (n: number, tag: string) =>
    `Last Name,First Name,DOB\n${Array.from({ length: n }, (_, i) => `${tag}${i},Jo,1/1/1980`).join('\n')}\n`

  /** An import that is claimed by this test instead of the server's runner. */
  async function claimed(text: string, options: object = {}) {
    await imports.stop()
    const { orgId, groupId } = s.world
    const { id, probe } = await stage(
      s.services,
      orgId,
      (async function* () {
        yield Buffer.from(text)
      })(),
    )
    const actor = { kind: 'person' as const, userId: importer.id }
    await s.services.db.withContext({ orgId, userId: importer.id }, async (tx) => {
      await createImport(s.services, tx, { id, actor, name: 'x', probe, stored: true })
      await queueImport(tx, id, ImportOptions.parse({ groupId, ...options }), actor)
    })
    const row = (await claimImport(s.services, 20))!
    expect(row.id).toBe(id)
    return { row, file: await stagedFile(s.services, row, 'x') }
  }

  /** The file, of which the rest comes only when something has happened. Not so while it is looked through before. */
  function keptBack(file: ImportFile, happened: Promise<unknown>): ImportFile {
    // For its delimiter, and whole; first to check it, then to import it.
    const IMPORTING = 4
    let opened = 0
    return {
      ...file,
      async *open() {
        const importing = ++opened === IMPORTING
        const bytes = await buffer(file.open())
        const most = Math.floor(bytes.length * 0.6)
        yield bytes.subarray(0, most)
        if (importing) await happened
        yield bytes.subarray(most)
      },
    }
  }

  test('a process that dies in the middle: another goes on behind the last batch, and nothing is there twice', async () => {
    const { row, file } = await claimed(many(1700, 'Resumed'))
    let batches = 0
    const dies = runImport(s.services, row, [file], {
      listen() {
        if (++batches === 2) throw new Error('as if killed')
      },
    })
    await expect(dies).rejects.toThrow('as if killed')
    const state = async () =>
      (await s.owner.query('select status, position, created from imports where id = $1', [row.id])).rows[0]
    expect(await state()).toMatchObject({ status: 'running', position: 500, created: 500 })
    await s.owner.query("update imports set lease_until = now() - interval '1 second' where id = $1", [
      row.id,
    ])
    imports = startImports(s.services)
    expect(await finished(row.id)).toMatchObject({
      status: 'done',
      created: 1700,
      unchanged: 0,
      rowsRead: 1700,
    })
  })

  test('a process whose import was taken over writes nothing more', async () => {
    const { row, file } = await claimed(many(600, 'Overtaken'))
    const before = await count('clients')
    await s.owner.query('update imports set lease_id = gen_random_uuid() where id = $1', [row.id])
    await runImport(s.services, row, [file])
    expect(await count('clients')).toBe(before)
    expect((await s.owner.query('select status from imports where id = $1', [row.id])).rows[0].status).toBe(
      'running',
    )
    await s.owner.query("update imports set lease_until = now() - interval '1 second' where id = $1", [
      row.id,
    ])
    imports = startImports(s.services)
    expect(await finished(row.id)).toMatchObject({ status: 'done', created: 600 })
  })

  test('a server that stops pauses its import, and the next one finishes it', async () => {
    const { body } = await upload(many(3000, 'Paused'))
    await start(body.id)
    await imports.stop()
    imports = startImports(s.services)
    expect(await finished(body.id)).toMatchObject({ status: 'done', created: 3000, unchanged: 0 })
  })

  test('cancelled while it runs: what is in stays, the rest does not come', async () => {
    const { row, file } = await claimed(many(2500, 'Cancelled'))
    let batches = 0
    const asked = Promise.withResolvers()
    const progress = await runImport(s.services, row, [keptBack(file, asked.promise)], {
      listen() {
        if (++batches === 2) asked.resolve(s.call(importer.token, 'POST', `/imports/${row.id}/cancel`, {}))
      },
    })
    imports = startImports(s.services)
    const after = await finished(row.id)
    expect(after.status).toBe('cancelled')
    expect(after.created).toBeLessThan(2500)
    expect(progress.total.created).toBe(after.created)
  })

  test('of one who is suspended meanwhile: what is in stays, the rest does not come', async () => {
    for (const atomic of [false, true]) {
      const before = await count('clients')
      const { row, file } = await claimed(many(3000, atomic ? 'Sacked' : 'Suspended'), { atomic })
      const suspended = Promise.withResolvers()
      let batches = 0
      await runImport(s.services, row, [keptBack(file, suspended.promise)], {
        listen() {
          if (++batches === 1)
            suspended.resolve(
              s.owner.query("update users set status = 'suspended' where id = $1", [importer.id]),
            )
        },
      })
      await suspended.promise
      await s.owner.query("update users set status = 'active' where id = $1", [importer.id])
      imports = startImports(s.services)
      expect(await finished(row.id)).toMatchObject({ status: 'failed', error: { code: 'walled' } })
      const added = (await count('clients')) - before
      expect(added).toBeLessThan(atomic ? 1 : 3000)
    }
  })

  test('cancelled before it is started: the file is gone', async () => {
    const { body } = await upload('Last Name\nNever\n')
    expect((await s.call(importer.token, 'POST', `/imports/${body.id}/cancel`, {})).body.status).toBe(
      'cancelled',
    )
    await expect(stat(join(s.dataDir, 'blobs', s.world.orgId, body.id))).rejects.toThrow()
    expect((await start(body.id)).status).toBe(409)
  })

  test('an import that fails again and again at the same place ends', async () => {
    const { row } = await claimed(many(3, 'Doomed'))
    await s.owner.query(
      "update imports set attempts = 9, lease_until = now() - interval '1 second' where id = $1",
      [row.id],
    )
    imports = startImports(s.services)
    expect(await finished(row.id)).toMatchObject({ status: 'failed', error: { code: 'internal' } })
  })
})

test('nothing of an upload is readable on the disk or in the database, and it goes when it is done', async () => {
  const canary = 'Xylocanaria'
  const { body } = await upload(`Last Name,First Name,DOB,Notes\n${canary},Jo,1/1/1980,${canary}\n`)
  const blobs = join(s.dataDir, 'blobs', s.world.orgId)
  expect(await readdir(blobs)).toContain(body.id)
  for (const name of await readdir(blobs))
    expect((await readFile(join(blobs, name))).includes(canary)).toBe(false)
  await start(body.id)
  await finished(body.id)
  const { rows: tables } = await s.owner.query("select tablename from pg_tables where schemaname = 'public'")
  for (const { tablename } of tables) {
    const { rows } = await s.owner.query(`select count(*) from ${tablename} t where t::text ilike $1`, [
      `%${canary}%`,
    ])
    expect(Number(rows[0].count), tablename).toBe(0)
  }
  await imports.stop()
  imports = startImports(s.services)
  expect(await readdir(blobs)).not.toContain(body.id)
})

describe('from files, by the operator', () => {
  test('a folder of NDJSON is one import', async () => {
    await imports.stop()
    const { orgId, otherGroupId } = s.world
    const shown: number[] = []
    const result = await importFiles(s.services, {
      orgId,
      groupId: otherGroupId,
      path: new URL(folder).pathname,
      listen: (p) => shown.push(p.bytesDone),
    })
    expect(result).toMatchObject({
      status: 'done',
      progress: { total: { created: 5, failed: 0, contacts: 2 } },
    })
    expect(result.issues.filter((i) => i.severity === 'error')).toEqual([])
    expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    const { rows } = await s.owner.query(
      "select leaf from audit_events where leaf like $1 and action = 'client.import'",
      [`%${result.id}%`],
    )
    expect(JSON.parse(rows[0].leaf).event.actor).toMatchObject({ kind: 'operator' })
    imports = startImports(s.services)
  })

  test('a command that was killed does not stand in the way of the next', async () => {
    await imports.stop()
    const { orgId, groupId } = s.world
    const path = new URL('Patient.ndjson', folder).pathname
    const killed = importFiles(s.services, {
      orgId,
      groupId,
      path,
      listen() {
        throw new Error('as if killed')
      },
    })
    await expect(killed).rejects.toThrow('as if killed')
    const { rows } = await s.owner.query('select id from imports order by id desc limit 1')
    const left = "update imports set status = 'running', lease_until = now() + $2::interval where id = $1"
    await s.owner.query(left, [rows[0].id, '20 seconds'])
    await expect(importFiles(s.services, { orgId, groupId, path })).rejects.toMatchObject({ code: 'busy' })
    await s.owner.query(left, [rows[0].id, '-1 seconds'])
    expect(await importFiles(s.services, { orgId, groupId, path })).toMatchObject({ status: 'done' })
    imports = startImports(s.services)
  })

  test('what is no import changes nothing', async () => {
    const { orgId, groupId } = s.world
    await expect(importFiles(s.services, { orgId, groupId, path: '/nowhere' })).rejects.toMatchObject({
      code: 'no-file',
    })
    const before = await count('imports')
    const given = { orgId, groupId, path: new URL('../fixtures/synthea/README.md', import.meta.url).pathname }
    await expect(importFiles(s.services, { ...given, map: { Nope: 'mrn' } })).rejects.toMatchObject({
      code: 'bad-mapping',
    })
    expect(await count('imports')).toBe(before)
  })
})
