import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts, Browser, PASSWORD } from '../../testing/accounts.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import { SINK_LOGIN, type Sink, startSink } from '../../testing/sink.ts'
import type { Person } from '../../testing/world.ts'

const NAME = 'Orlandine Pettikoe'
const EMAIL = 'orlandine.pettikoe@example.test'

let s: TestServer
let sink: Sink
let inside: Person
let outside: Person
let admin: Person
let clientId: string
let otherClientId: string
const { codeFor } = accounts(() => ({ s, admin }))

beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  inside = await s.world.person('care-coordinator')
  outside = await s.world.person('care-coordinator', 'outside')
  admin = await s.world.person('administrator', 'nowhere')
  const set = await s.call(
    admin.token,
    'PUT',
    '/mail/outbound',
    {
      enabled: true,
      host: 'localhost',
      port: sink.port,
      security: 'starttls',
      ca: sink.ca,
      fromAddress: 'desk@clinic.example',
      fromName: 'The desk',
      login: SINK_LOGIN,
    },
    { 'if-match': '"0"' },
  )
  expect(set.status).toBe(200)
  clientId = await makeClient(inside, s.world.groupId)
  otherClientId = await makeClient(outside, s.world.otherGroupId)
})
afterAll(async () => {
  await sink.stop()
  await s.stop()
})
beforeEach(async () => {
  sink.mails.length = 0
  await s.owner.query('truncate rate_limits')
})

async function makeClient(by: Person, groupId: string) {
  const body = { kind: 'person', groupId, contact: { names: [{ given: ['Wanda'], family: 'Quill' }] } }
  return (await s.call(by.token, 'POST', '/clients', body)).body.id as string
}
const invite = (by: Person, body: object = {}) =>
  s.call(by.token, 'POST', '/portal-people', {
    name: NAME,
    email: EMAIL,
    clients: [{ clientId }],
    deliver: 'code',
    ...body,
  })
const email = () => `p${Math.random().toString(36).slice(2)}@example.test`

/** Accepts an invitation and sets up the second factor. */
async function joined(token: string) {
  const browser = new Browser(s)
  const accepted = await browser.send('POST', '/invitations/accept', { token, password: PASSWORD })
  expect(accepted.body).toEqual({ next: 'enrol-totp' })
  const { id } = (await browser.send('GET', '/session')).body.user
  const { secret } = (await browser.send('POST', '/mfa/totp')).body
  await browser.send('POST', '/mfa/totp/confirm', { code: await codeFor(id, secret) })
  return { browser, id: id as string, secret: secret as string }
}

describe('an invitation', () => {
  it('by code lets its person in, who sees what is theirs; nobody’s name or address lies in the clear', async () => {
    const made = await invite(inside)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      existing: false,
      person: { name: NAME, email: EMAIL, status: 'invited' },
    })
    const { code } = made.body
    expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    // As somebody types it from paper.
    const typed = code.toUpperCase().replaceAll('-', ' ')
    const open = await s.call(null, 'POST', '/invitations/open', { token: typed })
    expect(open.body).toMatchObject({ email: EMAIL, displayName: NAME, kind: 'portal' })
    const { browser, id } = await joined(typed)
    expect((await s.call(null, 'POST', '/invitations/open', { token: typed })).status).toBe(404)
    const session = (await browser.send('GET', '/session')).body
    expect(session).toMatchObject({
      user: { email: EMAIL, displayName: NAME, kind: 'portal' },
      stage: 'full',
      permissions: [],
      roles: [],
    })
    expect((await browser.send('GET', '/portal/me')).body).toMatchObject({
      name: NAME,
      clients: [{ id: clientId, name: 'Wanda Quill', self: true }],
      facilities: [],
    })
    expect((await browser.send('GET', '/facilities')).status).toBe(403)
    const signedIn = new Browser(s)
    expect(
      (await signedIn.send('POST', '/sign-in', { email: EMAIL.toUpperCase(), password: PASSWORD })).body,
    ).toEqual({
      next: 'totp',
    })
    const { rows } = await s.owner.query(
      `select row_to_json(u)::text as t from users u where id = $1 union all select row_to_json(p)::text from portal_people p where user_id = $1
        union all select leaf from audit_events`,
      [id],
    )
    for (const { t } of rows)
      for (const part of ['Orlandine', 'Pettikoe', EMAIL]) expect(t).not.toContain(part)
  })

  it('by e-mail leads to its person by a link that lies nowhere else, without name and client', async () => {
    const address = email()
    const made = await invite(inside, { email: address, deliver: 'email' })
    expect(made.body).toMatchObject({ code: null, expiresAt: null })
    await runJobs(s)
    expect(sink.mails.map((m) => m.to)).toEqual([[address]])
    const raw = sink.mails[0]!.raw.replace(/=\r\n/g, '').replaceAll('=3D', '=')
    for (const word of ['Orlandine', 'Wanda', 'Quill', 'Maple Grove Care'])
      expect(raw.split('\r\n\r\n').slice(1).join()).not.toContain(word)
    const token = /\/portal\/join#([A-Za-z0-9_-]{43})/.exec(raw)![1]!
    const { rows } = await s.owner.query('select payload::text as p from graphile_worker._private_jobs')
    expect(JSON.stringify(rows)).not.toContain(token)
    await joined(token)
  })

  it('of somebody who is there ties them to one more client, and takes no staff’s address', async () => {
    const address = email()
    const first = await invite(inside, { email: address })
    const second = await invite(outside, { email: address, clients: [{ clientId: otherClientId }] })
    expect(second.body).toMatchObject({ existing: true, person: { id: first.body.person.id } })
    // Each side of the wall sees its own ties.
    const seen = async (by: Person) =>
      (await s.call(by.token, 'GET', `/portal-people/${first.body.person.id}`)).body.clients.map(
        (c: { id: string }) => c.id,
      )
    expect(await seen(inside)).toEqual([clientId])
    expect(await seen(outside)).toEqual([otherClientId])
    // The account goes only where all its clients are writable.
    const remove = await s.call(inside.token, 'DELETE', `/portal-people/${first.body.person.id}`)
    expect(remove.status).toBe(409)
    expect((await invite(inside, { email: inside.email })).status).toBe(409)
  })

  it('needs a client or facility that one may change, and a contact of that client', async () => {
    const status = async (by: Person, body: object) => (await invite(by, { email: email(), ...body })).status
    expect(await status(inside, { clients: [] })).toBe(422)
    expect(await status(outside, {})).toBe(422)
    expect(await status(inside, { clients: [{ clientId, contactId: otherClientId }] })).toBe(422)
    expect(await status(inside, { clients: [], facilityIds: [s.world.facilityId] })).toBe(201)
    expect(await status(await s.world.person('technician'), {})).toBe(403)
    expect(await status(admin, {})).toBe(403)
  })
})

describe('portal people', () => {
  it('are found by name behind the walls alone, and every look is in the log', async () => {
    const made = await invite(inside, { email: email(), name: 'Beryl Umbrage' })
    const found = async (by: Person, body: object) =>
      (await s.call(by.token, 'POST', '/portal-people/search', body)).body.items?.map(
        (p: { id: string }) => p.id,
      )
    expect(await found(inside, { q: 'umbr' })).toEqual([made.body.person.id])
    expect(await found(inside, { clientId, q: 'beryl' })).toEqual([made.body.person.id])
    expect(await found(outside, { q: 'umbr' })).toEqual([])
    expect(await found(admin, { q: 'umbr' })).toEqual([])
    expect((await s.call(outside.token, 'GET', `/portal-people/${made.body.person.id}`)).status).toBe(404)
    const { rows } = await s.owner.query(
      "select actor_id from audit_events where action = 'portal-person.list' and object_ids @> array[$1::uuid]",
      [made.body.person.id],
    )
    expect(rows[0].actor_id).toBe(inside.id)
    // They are none of the staff.
    expect(JSON.stringify((await s.call(admin.token, 'GET', '/users')).body)).not.toContain(
      made.body.person.id,
    )
    expect((await s.call(admin.token, 'GET', `/users/${made.body.person.id}`)).status).toBe(404)
  })

  it('lose everything at once: a tie, a suspension, a removal', async () => {
    const made = await invite(inside, { email: email(), facilityIds: [s.world.facilityId] })
    const { browser, id } = await joined(made.body.code)
    const clients = async () => (await browser.send('GET', '/portal/me')).body.clients?.length
    expect(await clients()).toBe(1)
    const untie = (path: string) => s.call(inside.token, 'DELETE', `/portal-people/${id}/${path}`)
    expect((await untie(`clients/${clientId}`)).status).toBe(204)
    expect(await clients()).toBe(0)
    expect((await untie(`facilities/${s.world.facilityId}`)).body.type).toContain('last-tie')
    const act = (what: string) => s.call(inside.token, 'POST', `/portal-people/${id}/${what}`, {})
    expect((await act('suspend')).body.status).toBe('suspended')
    expect((await browser.send('GET', '/portal/me')).status).toBe(401)
    expect((await act('resume')).body.status).toBe('active')
    expect((await act('reset-mfa')).body.mfa).toBe(false)
    expect((await s.call(inside.token, 'DELETE', `/portal-people/${id}`)).status).toBe(204)
    expect((await s.call(inside.token, 'GET', `/portal-people/${id}`)).status).toBe(404)
  })

  it('are changed in the version that was read, and lose a client with its destruction', async () => {
    const made = await invite(inside, { email: email() })
    const { id } = made.body.person
    const change = (tag: string) =>
      s.call(inside.token, 'PATCH', `/portal-people/${id}`, { name: 'Renamed Person' }, { 'if-match': tag })
    expect((await change('"1"')).body).toMatchObject({ name: 'Renamed Person', version: 2 })
    expect((await change('"1"')).status).toBe(412)
    const gone = await makeClient(inside, s.world.groupId)
    await s.call(inside.token, 'POST', `/portal-people/${id}/ties`, { clients: [{ clientId: gone }] })
    const officer = await s.world.custom(['clients:shred', 'clients:read'], {
      contact: 'write',
      demographic: 'write',
      identifier: 'write',
      clinical: 'write',
      financial: 'write',
      note: 'write',
    })
    const destroyed = await s.call(officer.token, 'DELETE', `/clients/${gone}`, {
      reason: 'asked for by the client',
    })
    expect(destroyed.status).toBe(200)
    expect((await s.call(inside.token, 'GET', `/portal-people/${id}`)).body.clients).toMatchObject([
      { id: clientId },
    ])
  })
})
