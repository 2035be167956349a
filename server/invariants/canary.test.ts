import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findIn } from '../testing/find-in.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import { runJobs } from '../testing/jobs.ts'

// Invariant 1: no PHI in the clear outside memory and TLS. Values that occur nowhere else are planted through the
// public API; then the database's files and write-ahead log and the server's own folder are searched byte by byte.

const CANARY = 'Zxqvbwk'
let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('finds no planted value in the database’s files, its log, or the server’s folder', async () => {
  const who = await s.world.custom(
    [
      'clients:read',
      'clients:write',
      'clients:create',
      'notes:read',
      'notes:write',
      'identifiers:reveal',
      'tickets:read',
      'tickets:write',
      'tickets:create',
      'files:read',
      'files:write',
      'files:reveal',
      'files:clear',
      'files:purge',
      'links:manage',
      'announcements:manage',
      'devices:manage',
      'devices:restore',
      'documents:read',
      'documents:write',
      'documents:publish',
      'documents:manage',
    ],
    {
      contact: 'write',
      demographic: 'write',
      identifier: 'write',
      clinical: 'write',
      financial: 'write',
      note: 'write',
    },
  )
  const c = (what: string) => `${CANARY}${what}`
  const made = await s.call(
    who.token,
    'POST',
    '/clients',
    {
      kind: 'person',
      groupId: s.world.groupId,
      contact: {
        names: [{ given: [c('given')], family: c('family') }],
        phones: [{ value: '+1555907987531' }],
        emails: [{ value: `${c('mail').toLowerCase()}@example.test` }],
        addresses: [{ line: [c('street')], city: c('city') }],
      },
      demographic: { birthDate: '1931-07-29', genderIdentity: c('gender') },
      identifier: { ssn: '987-65-4329', mrns: [{ value: c('mrn') }], memberIds: [{ value: c('member') }] },
      clinical: { summary: c('clinical') },
      financial: { payer: c('payer') },
      tags: [c('tag')],
    },
    { 'idempotency-key': 'canary-create-1' },
  )
  expect(made.status).toBe(201)
  const { id } = made.body
  expect((await s.call(who.token, 'POST', '/clients/search', { q: c('family') })).body.items).toHaveLength(1)
  await s.call(
    who.token,
    'PATCH',
    `/clients/${id}`,
    { clinical: { summary: c('changed') } },
    { 'if-match': '"1"' },
  )
  await s.call(who.token, 'POST', `/clients/${id}/notes`, { text: c('note') })
  await s.call(who.token, 'POST', `/clients/${id}/contacts`, { name: { given: [c('contact')] } })
  await s.call(who.token, 'POST', `/clients/${id}/reveal`, { field: 'ssn', reason: c('reason') })
  await deskWork()
  await documentWork()
  await toMany()
  // Refused and malformed requests must not leave it behind either.
  await s.call(who.token, 'POST', '/clients', {
    kind: c('kind'),
    contact: { names: [{ given: [c('refused')] }] },
  })
  await s.call(who.token, 'GET', `/clients/${c('url')}`)

  /** What is written for many: sealed too, as somebody will type there what should not be there. */
  async function toMany(): Promise<void> {
    const post = async (path: string, body: unknown) => {
      const answer = await s.call(who.token, 'POST', path, body)
      expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(201)
      return answer.body.id
    }
    const groupId = await post('/link-groups', { name: c('links') })
    const url = `http://10.0.0.1/${c('address')}`
    await post('/links', { groupId, title: c('link'), note: c('link-note'), url })
    await post('/announcements', { title: c('announced'), text: c('announcement') })
    expect((await s.call(who.token, 'GET', '/links')).body.groups).toHaveLength(1)
  }

  /** A ticket and all that people type about it, through each route that takes it. */
  async function deskWork(): Promise<void> {
    const call = async (method: string, path: string, body: unknown, headers = {}) => {
      const answer = await s.call(who.token, method, path, body, headers)
      expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
      return answer.body
    }
    const person = { name: c('requester'), email: `${c('requester').toLowerCase()}@example.test` }
    const ticket = await call(
      'POST',
      '/tickets',
      { subject: c('subject'), body: c('first'), tags: [c('ticket-tag')], requester: person },
      { 'idempotency-key': 'canary-ticket-1' },
    )
    const at = `/tickets/${ticket.id}`
    const said = await call('POST', `${at}/messages`, {
      kind: 'public',
      body: c('reply'),
      mentions: [who.id],
    })
    await call('PATCH', `${at}/messages/${said.id}`, { body: c('edited') }, { 'if-match': '"1"' })
    await call(
      'PATCH',
      at,
      { subject: c('other'), tags: [c('tag2')], requester: person },
      { 'if-match': '"1"' },
    )
    const bad = await call('POST', `${at}/messages`, {
      kind: 'internal',
      body: `${c('phi')} SSN 536-22-8145`,
    })
    expect(bad.suspected).toBe(true)
    await call('POST', `${at}/messages/${bad.id}/reveal`, { reason: c('why') })
    await call('POST', `${at}/messages/${bad.id}/purge`, { reason: c('why') })
    await call('POST', '/ticket-views', { name: c('view'), filter: { q: c('view'), tag: c('view') } })
    await call('POST', '/ticket-macros', { name: c('macro'), body: c('macro') })
    expect((await call('POST', '/tickets/search', { filter: { q: c('edited') } })).items).toHaveLength(1)
    await call('GET', '/notifications', undefined)
  }

  /** A document in a folder of the client's: names, tags, notes, its text and what search makes of it. */
  async function documentWork(): Promise<void> {
    const call = async (method: string, path: string, body: unknown, headers = {}) => {
      const answer = await s.call(who.token, method, path, body, headers)
      expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
      return answer.body
    }
    const folder = await call('POST', '/folders', { name: c('folder'), clientId: id })
    const text = `${c('document')} 536-22-8145`
    const doc = await call(
      'POST',
      `/folders/${folder.id}/documents`,
      { name: `${c('document-name')}.txt`, size: text.length, tags: [c('document-tag')], note: c('version') },
      { 'idempotency-key': 'canary-document-1' },
    )
    await call('PUT', `/documents/${doc.id}/uploads/${doc.uploadId}`, Buffer.from(text), {
      'upload-offset': '0',
    })
    await runJobs(s)
    const at = `/documents/${doc.id}`
    await call('PATCH', at, { name: c('renamed'), tags: [c('tagged')] }, { 'if-match': '"2"' })
    await call('POST', `${at}/publish`, { reason: c('why') }, { 'if-match': '"3"' })
    expect((await call('GET', `${at}/versions/1/text`, undefined)).text).toContain(c('document'))
    const found = await call('POST', '/documents/search', { q: c('document') })
    expect(found.items).toHaveLength(1)
    await call('POST', `${at}/withdraw`, { reason: c('why') }, { 'if-match': '"4"' })
  }

  // A file: its name, its text, and what a reader makes of it.
  const text = `${c('file')} 536-22-8145 ${c('text')}`
  const file = await s.call(who.token, 'POST', '/files', {
    ownerType: 'client',
    ownerId: id,
    name: `${c('name')}.txt`,
    size: text.length,
  })
  await s.call(who.token, 'PUT', `/files/${file.body.id}/content`, Buffer.from(text), {
    'upload-offset': '0',
  })
  await runJobs(s)
  expect((await s.call(who.token, 'GET', `/files/${file.body.id}`)).body.state).toBe('suspected')

  // A device: what it sends as its own, and why somebody restores from it.
  const device = await s.call(who.token, 'POST', '/devices', { name: 'Front desk' })
  const { user, secret, password } = device.body.access
  const sent = Buffer.from(`{"hostname":"${c('host')}","username":"${c('user')}"}`)
  const kept = await s.call(
    null,
    'POST',
    `/devices/${device.body.id}/repository/keys/${createHash('sha256').update(sent).digest('hex')}`,
    sent,
    {
      authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
      'content-type': 'application/octet-stream',
    },
  )
  expect(kept.status).toBe(200)
  const restoring = { reason: c('restore') }
  await s.call(who.token, 'POST', `/devices/${device.body.id}/restore-access`, restoring)

  // The search itself works: a value that is plain by design is found.
  await s.owner.query('checkpoint')
  const { rows } = await s.owner.query('show data_directory')
  const facility = 'Maple Grove North'
  expect((await findIn(rows[0].data_directory, [facility])).length).toBeGreaterThan(0)
  const needles = [
    CANARY,
    CANARY.toLowerCase(),
    '987654329',
    '987-65-4329',
    '1931-07-29',
    '555907987531',
    '536-22-8145',
    secret,
    password,
  ]
  expect(await findIn(rows[0].data_directory, needles)).toEqual([])
  expect(await findIn(s.dataDir, needles)).toEqual([])
})
