import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import type { Person } from '../testing/world.ts'

/** A repeated create tells what a read would tell by then: no more, and in the log. */
let s: TestServer
let officer: Person
let clientId: string
let ticketId: string
beforeAll(async () => {
  s = await startTestServer()
  officer = await s.world.custom(
    [
      'clients:read',
      'clients:create',
      'clients:write',
      'clients:shred',
      'notes:read',
      'notes:write',
      'tickets:read',
      'tickets:create',
      'tickets:write',
      'files:read',
      'files:write',
      'time:write',
    ],
    { contact: 'write', note: 'write', attachment: 'write', demographic: 'write' },
  )
  clientId = (await post('/clients', person('Stays'))).body.id
  ticketId = (await post('/tickets', { subject: 'Lamp', body: 'Flickers' })).body.id
})
afterAll(() => s.stop())

const post = (path: string, body: unknown, key?: string) =>
  s.call(officer.token, 'POST', path, body, key ? { 'idempotency-key': key } : {})
const person = (family: string) => ({
  kind: 'person',
  groupId: s.world.groupId,
  contact: { names: [{ given: ['Ida'], family }] },
})
async function behindClosedWall<T>(work: () => Promise<T>): Promise<T> {
  const { rows } = await s.owner.query('delete from walls where team_id = $1 returning *', [officer.teamId])
  try {
    return await work()
  } finally {
    for (const r of rows)
      await s.owner.query('insert into walls (org_id, team_id, group_id, access) values ($1, $2, $3, $4)', [
        r.org_id,
        r.team_id,
        r.group_id,
        r.access,
      ])
  }
}
const lastEvent = async () =>
  JSON.parse((await s.owner.query('select leaf from audit_events order by id desc limit 1')).rows[0].leaf)
    .event

/** What hangs on a client or a ticket, by route. */
const creates: [string, () => [string, unknown], string][] = [
  ['a client', () => ['/clients', person('Idemson')], 'client.read'],
  ['a note', () => [`/clients/${clientId}/notes`, { text: 'Sleeps badly' }], 'note.list'],
  ['a contact', () => [`/clients/${clientId}/contacts`, { name: { given: ['Olga'] } }], 'contact.list'],
  ['a ticket', () => ['/tickets', { subject: 'Door', body: 'Squeaks' }], 'ticket.read'],
  ['a message', () => [`/tickets/${ticketId}/messages`, { kind: 'internal', body: 'Seen' }], 'ticket.read'],
  [
    'a file',
    () => ['/files', { ownerType: 'ticket', ownerId: ticketId, name: 'door.txt', size: 4 }],
    'file.read',
  ],
  [
    'a time entry',
    () => [
      `/tickets/${ticketId}/time`,
      { date: new Date().toISOString().slice(0, 10), minutes: 5, note: 'Oil' },
    ],
    'time.list',
  ],
]

describe.each(creates)('%s made again with its key', (what, input, action) => {
  const key = `again-${what.replaceAll(' ', '-')}`
  it('is read anew, as an event, and not behind a wall that closed', async () => {
    const made = await post(...input(), key)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const again = await post(...input(), key)
    expect([again.status, again.headers['idempotent-replayed']]).toEqual([201, 'true'])
    expect(again.body).toEqual(made.body)
    expect((await lastEvent()).action).toBe(action)
    const walled = await behindClosedWall(() => post(...input(), key))
    expect(walled.status, JSON.stringify(walled.body)).toBe(404)
  })
})

it('is gone with a destroyed client, and with it what hung on it', async () => {
  const { id } = (await post('/clients', person('Brief'), 'brief-client')).body
  const note = [`/clients/${id}/notes`, { text: 'Not for long' }, 'brief-note'] as const
  const other = [
    `/clients/${id}/relationships`,
    { otherClientId: clientId, kind: 'aunt' },
    'brief-tie',
  ] as const
  const tie = await post(...other)
  expect([(await post(...note)).status, tie.status]).toEqual([201, 201])
  expect((await post(...other)).body).toEqual(tie.body)
  const gone = await s.call(officer.token, 'DELETE', `/clients/${id}`, { reason: 'asked for in writing' })
  expect(gone.status).toBe(200)
  expect((await post('/clients', person('Brief'), 'brief-client')).status).toBe(410)
  expect((await post(...note)).status).toBe(404)
  expect((await post(...other)).status).toBe(404)
})

it('needs the permission to read what was made', async () => {
  const adder = await s.world.custom(['clients:create'], { contact: 'write' })
  const add = () =>
    s.call(adder.token, 'POST', '/clients', person('Unread'), { 'idempotency-key': 'adds-but-never-reads' })
  expect((await add()).status).toBe(201)
  expect((await add()).status).toBe(403)
})

it('leaves an id behind and no content, sealed or not', async () => {
  const { rows } = await s.owner.query(
    "select column_name from information_schema.columns where table_name = 'idempotency_keys' order by 1",
  )
  expect(rows.map((r) => r.column_name)).toEqual([
    'created_at',
    'done_at',
    'key_hash',
    'object_id',
    'org_id',
    'request_hash',
    'user_id',
  ])
})

it('leaves no hash behind by which the body could be guessed', async () => {
  const path = `/clients/${clientId}/notes`
  const body = { text: '999-81-5679' }
  await post(path, body, 'a-body-that-is-short')
  const { rows } = await s.owner.query('select request_hash from idempotency_keys order by created_at desc')
  const guess = ['/clients/:id/notes', { params: { id: clientId }, query: undefined, body }]
  const plain = createHash('sha256').update(JSON.stringify(guess)).digest()
  expect(rows.some((r) => plain.equals(r.request_hash))).toBe(false)
})
