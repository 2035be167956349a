import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../../tlog/index.ts'
import { type Office, startOffice } from './testing/office.ts'

const EVENTS = 20_000
let s: Office
let server: { url: string; ca: string }
beforeAll(async () => {
  s = await startOffice()
  server = await s.listen()
  const one = await s.addClient()
  // More than the buffers between here and there hold: copies of one event, each under an id of its own.
  await s.owner.query(
    `insert into audit_events (org_id, id, at, leaf, action, outcome, object_type, object_id)
      select e.org_id, g.id, e.at, replace(e.leaf, e.id::text, g.id::text), e.action, e.outcome, e.object_type, e.object_id
      from (select * from audit_events where object_id = $1) e, (select uuidv7() as id from generate_series(1, $2)) g`,
    [one.id, EVENTS],
  )
  await s.owner.query('insert into audit_pending select org_id, id from audit_events on conflict do nothing')
  await s.sequence()
})
afterAll(() => s.stop())

/** Asks for the export, and reads nothing of it yet. */
const ask = () =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${s.auditor.token}` }
    get(`${server.url}/api/v1/audit/export`, { ca: server.ca, agent: false, headers }, resolve).on(
      'error',
      reject,
    )
  })
const snapshots = async () =>
  (
    await s.owner.query(
      "select 1 from pg_stat_activity where datname = current_database() and application_name = 'wellkeep-export'",
    )
  ).rows.length
const key = async () => (await s.call(s.auditor.token, 'GET', '/audit/checkpoint')).body.verifierKey

test('streams the whole log, which verifies with the key alone', async () => {
  const answer = await ask()
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="audit-.+\.ndjson"$/)
  const report = await verifyExport(answer, await key())
  expect(report).toMatchObject({ ok: true, problems: [] })
  expect(report.events).toBeGreaterThan(EVENTS)
  await expect.poll(snapshots).toBe(0)
})

test('lets go of everything when the reader leaves, and serves a few at a time', async () => {
  const [a, b] = await Promise.all([ask(), ask()])
  expect([a.statusCode, b.statusCode]).toEqual([200, 200])
  const third = await ask()
  expect(third.statusCode).toBe(429)
  third.destroy()
  expect(await snapshots()).toBe(2)
  a.destroy()
  b.destroy()
  await expect.poll(snapshots).toBe(0)
  const again = await ask()
  expect(again.statusCode).toBe(200)
  again.resume()
  await expect.poll(snapshots).toBe(0)
})

test('a database that goes away in the middle cuts the file off, and the verifier says so', async () => {
  const answer = await ask()
  const pieces: Buffer[] = []
  await new Promise<void>((resolve) => {
    answer.on('data', (d) => {
      if (pieces.push(d) > 1) return
      answer.pause()
      s.owner
        .query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wellkeep-export' and datname = current_database()",
        )
        .then(() => answer.resume())
    })
    answer.on('error', () => {})
    answer.on('close', resolve)
  })
  expect(answer.complete).toBe(false)
  const cut = Buffer.concat(pieces)
  expect(cut.includes('{"end":')).toBe(false)
  expect((await verifyExport([cut] as unknown as AsyncIterable<Uint8Array>, await key())).ok).toBe(false)
})
