import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Office, startOffice } from './testing/office.ts'

/** Invariant 2: nothing is seen unaudited, and nothing is changed. */
let s: Office
let client: { id: string }
beforeAll(async () => {
  s = await startOffice()
  client = await s.addClient()
  await s.call(s.clinician.token, 'POST', `/clients/${client.id}/notes`, { text: 'Came with her sister' })
  await s.sequence()
})
afterAll(() => s.stop())

/** The ways into the log. */
const RECORDING = 'wk_audit_append, wk_audit_reads'
const forbidRecording = () => s.owner.query(`revoke execute on function ${RECORDING} from wellkeep_app`)
const allowRecording = () => s.owner.query(`grant execute on function ${RECORDING} to wellkeep_app`)
afterEach(allowRecording)

const state = async () => {
  const counts = ['clients', 'client_notes', 'client_contacts', 'audit_events'].map(
    (t) => `(select count(*) from ${t}) as ${t}`,
  )
  const { rows } = await s.owner.query(
    `select ${counts.join(', ')}, (select sum(version) from clients) as versions`,
  )
  return rows[0]
}

const reads = (): [string, string, unknown?][] => [
  ['GET', `/clients/${client.id}`],
  ['POST', '/clients/search', {}],
  ['POST', '/clients/search', { q: 'Walhurst' }],
  ['GET', `/clients/${client.id}/notes`],
  ['GET', `/clients/${client.id}/contacts`],
  ['GET', `/clients/${client.id}/history`],
  ['POST', `/clients/${client.id}/reveal`, { field: 'ssn' }],
  ['POST', `/clients/${client.id}/reveal`, { field: 'ssn', reason: 'Insurance asked' }],
]
const logReads = ['/audit/events', `/audit/events?objectId=`, '/audit/sessions', '/audit/export']
const changes = (): [string, string, unknown][] => [
  ['PATCH', `/clients/${client.id}`, { clinical: { summary: 'worse' } }],
  ['PATCH', `/clients/${client.id}`, { contact: { names: [{ family: 'Berg' }] } }],
  [
    'POST',
    '/clients',
    { kind: 'person', groupId: s.world.groupId, contact: { names: [{ family: 'Berg' }] } },
  ],
  ['POST', `/clients/${client.id}/notes`, { text: 'Left' }],
  ['POST', `/clients/${client.id}/contacts`, { name: { family: 'Berg' } }],
]

test('with the log at work, all of this answers', async () => {
  for (const [method, path, body] of reads())
    expect((await s.call(s.clinician.token, method, path, body)).status, path).toBe(200)
})

test('a read whose event can not be written answers no data', async () => {
  await forbidRecording()
  const before = await state()
  for (const [method, path, body] of reads()) {
    const answer = await s.call(s.clinician.token, method, path, body)
    expect([500, 503], `${method} ${path}`).toContain(answer.status)
    expect(JSON.stringify(answer.body)).not.toMatch(/Walhurst|Zofia|5679|sister|stable/)
  }
  for (const path of logReads) {
    const answer = await s.call(s.privacy.token, 'GET', path.endsWith('=') ? path + client.id : path)
    expect([500, 503], path).toContain(answer.status)
    expect(JSON.stringify(answer.body)).not.toContain(client.id)
  }
  expect(await state()).toEqual(before)
})

test('a change whose event can not be written does not happen', async () => {
  await forbidRecording()
  const before = await state()
  for (const [method, path, body] of changes()) {
    const answer = await s.call(s.clinician.token, method, path, body, { 'if-match': '"1"' })
    expect([500, 503], `${method} ${path}`).toContain(answer.status)
  }
  expect(await state()).toEqual(before)
  await allowRecording()
  for (const [method, path, body] of changes().slice(0, 1))
    expect((await s.call(s.clinician.token, method, path, body, { 'if-match': '"1"' })).status).toBe(200)
})

test('a refusal that can not be recorded is still none but a refusal of data', async () => {
  await forbidRecording()
  const answer = await s.call(s.outsider.token, 'GET', `/clients/${client.id}`)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(JSON.stringify(answer.body)).not.toMatch(/Walhurst/)
})

test('with the database away, nothing answers; when it is back, all does', async () => {
  const { rows } = await s.owner.query('select current_database() as name')
  // Superusers, and so this test, are exempt.
  await s.owner.query(`alter database ${rows[0].name} connection limit 0`)
  try {
    await s.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename <> current_user',
    )
    const read = () => s.call(s.clinician.token, 'GET', `/clients/${client.id}`)
    for (const a of await Promise.all(Array.from({ length: 20 }, read))) {
      expect([500, 503]).toContain(a.status)
      expect(JSON.stringify(a.body)).not.toMatch(/Walhurst/)
    }
  } finally {
    await s.owner.query(`alter database ${rows[0].name} connection limit -1`)
  }
  await expect
    .poll(async () => (await s.call(s.clinician.token, 'GET', `/clients/${client.id}`)).status)
    .toBe(200)
})
