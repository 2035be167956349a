import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/harness.ts'

// Invariant 1: no PHI in the clear outside memory and TLS. Values that occur nowhere else are planted through the
// public API; then the database's files and write-ahead log and the server's own folder are searched byte by byte.

const CANARY = 'Zxqvbwk'
let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

async function* filesUnder(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield join(entry.parentPath, entry.name)
}

async function findIn(folder: string, needles: string[]): Promise<string[]> {
  const hits: string[] = []
  for await (const file of filesUnder(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    for (const needle of needles)
      if (
        bytes.includes(needle) ||
        bytes.includes(Buffer.from(needle).toString('base64').slice(2, -3)) ||
        bytes.includes(Buffer.from(needle, 'utf16le'))
      )
        hits.push(`${needle} in ${file}`)
  }
  return hits
}

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
      'files:reveal',
      'files:clear',
      'files:purge',
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
  // Refused and malformed requests must not leave it behind either.
  await s.call(who.token, 'POST', '/clients', {
    kind: c('kind'),
    contact: { names: [{ given: [c('refused')] }] },
  })
  await s.call(who.token, 'GET', `/clients/${c('url')}`)

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
    const bad = await call('POST', `${at}/messages`, { kind: 'internal', body: `${c('phi')} 987-65-4329` })
    expect(bad.suspected).toBe(true)
    await call('POST', `${at}/messages/${bad.id}/reveal`, { reason: c('why') })
    await call('POST', `${at}/messages/${bad.id}/purge`, { reason: c('why') })
    await call('POST', '/ticket-views', { name: c('view'), filter: { q: c('view'), tag: c('view') } })
    await call('POST', '/ticket-macros', { name: c('macro'), body: c('macro') })
    expect((await call('POST', '/tickets/search', { filter: { q: c('edited') } })).items).toHaveLength(1)
    await call('GET', '/notifications', undefined)
  }

  // The search itself works: a value that is plain by design is found.
  await s.owner.query('checkpoint')
  const { rows } = await s.owner.query('show data_directory')
  const facility = 'Maple Grove North'
  expect((await findIn(rows[0].data_directory, [facility])).length).toBeGreaterThan(0)
  const needles = [CANARY, CANARY.toLowerCase(), '987654329', '987-65-4329', '1931-07-29', '555907987531']
  expect(await findIn(rows[0].data_directory, needles)).toEqual([])
  expect(await findIn(s.dataDir, needles)).toEqual([])
})
