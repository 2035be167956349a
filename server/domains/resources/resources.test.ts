import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { runJobs } from '../../testing/jobs.ts'
import type { PortalActor } from '../../testing/portal.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let keeper: Person
let nurse: Person
let desk: Person
let patient: PortalActor
let elsewhere: PortalActor
const TELLING = 'Jane Doe, born 03/14/1961, SSN 536-22-8145'
const FAR = '00000000-0000-7000-8000-000000000000'

beforeAll(async () => {
  s = await startTestServer()
  keeper = await s.world.person('administrator')
  nurse = await s.world.person('clinician')
  desk = await s.world.person('technician')
  patient = await s.world.portal({ facilities: [s.world.facilityId] })
  elsewhere = await s.world.portal({})
  await s.owner.query('insert into user_facilities (org_id, user_id, facility_id) values ($1, $2, $3)', [
    s.world.orgId,
    nurse.id,
    s.world.facilityId,
  ])
})
afterAll(() => s.stop())

type Who = Person | PortalActor
const ask = (who: Who, method: string, path: string, body?: unknown, version?: number) =>
  s.call('token' in who ? who.token : who, method, path, body, version ? { 'if-match': `"${version}"` } : {})
const made = async (path: string, body: unknown) => {
  const answer = await ask(keeper, 'POST', path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const group = (name = 'Everyday') => made('/link-groups', { name })
const audience = (over: object = {}) => ({ who: 'everybody', facilityIds: [], roleIds: [], ...over })
const titles = async (who: Who): Promise<string[]> =>
  (await ask(who, 'GET', '/links')).body.groups.flatMap((g: { links: { title: string }[] }) =>
    g.links.map((l) => l.title),
  )
const announced = async (who: Who): Promise<string[]> =>
  (await ask(who, 'GET', '/announcements')).body.items.map((a: { title: string }) => a.title)
const field = (answer: { body: { errors?: { field: string }[] } }) => answer.body.errors?.[0]?.field
const url = 'https://example.test/'

describe('links', () => {
  it('are found by those whom they are for, and the database itself holds to that', async () => {
    const { id: groupId } = await group()
    const forFacility = { facilityIds: [s.world.facilityId] }
    const clinicians = { who: 'staff', roleIds: [s.world.roleIds.clinician] }
    for (const [title, over] of Object.entries({
      all: {},
      staff: { who: 'staff' },
      portal: { who: 'portal' },
      site: forFacility,
      'portal at the site': { who: 'portal', ...forFacility },
      clinicians,
      'clinicians at the site': { ...clinicians, ...forFacility },
    }))
      await made('/links', { groupId, title, url, audience: audience(over) })
    expect(await titles(nurse)).toEqual(['all', 'staff', 'site', 'clinicians', 'clinicians at the site'])
    expect(await titles(desk)).toEqual(['all', 'staff'])
    expect(await titles(patient)).toEqual(['all', 'portal', 'site', 'portal at the site'])
    expect(await titles(elsewhere)).toEqual(['all', 'portal'])
    const count = (who: Who) =>
      s.services.db.withContext(
        { orgId: s.world.orgId, userId: who.id },
        async (tx) => (await tx.client.query('select * from links')).rowCount,
      )
    expect(await Promise.all([nurse, desk, patient, elsewhere, keeper].map(count))).toEqual([5, 2, 4, 2, 7])
    const { facilities } = (await ask(patient, 'GET', '/links')).body
    expect(facilities).toEqual([{ id: s.world.facilityId, name: expect.any(String) }])
    expect((await ask(elsewhere, 'GET', '/links')).body.facilities).toEqual([])
  })

  it('take web addresses alone, and nothing about a patient', async () => {
    const { id: groupId } = await group('Strict')
    for (const bad of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://a.test/',
      'https://user:secret@a.test/',
      '/links',
      'nonsense',
    ])
      expect(field(await ask(keeper, 'POST', '/links', { groupId, title: 'x', url: bad })), bad).toBe('url')
    for (const over of [{ title: TELLING }, { note: TELLING }]) {
      const refused = await ask(keeper, 'POST', '/links', { groupId, title: 'x', url, ...over })
      expect([refused.status, field(refused)]).toEqual([422, Object.keys(over)[0]])
      expect(JSON.stringify(refused.body)).not.toContain('Jane')
    }
    expect(field(await ask(keeper, 'POST', '/link-groups', { name: TELLING }))).toBe('name')
    expect(field(await ask(keeper, 'POST', '/links', { groupId: FAR, title: 'x', url }))).toBe('groupId')
    const nowhere = audience({ facilityIds: [FAR] })
    expect(field(await ask(keeper, 'POST', '/links', { groupId, title: 'x', url, audience: nowhere }))).toBe(
      'audience.facilityIds',
    )
  })

  it('change in the version that was seen, and are put in order as a whole', async () => {
    const a = await group('A')
    const b = await group('B')
    const link = (title: string, groupId = a.id) => made('/links', { groupId, title, url })
    const [one, two] = [await link('one'), await link('two')]
    const changed = await ask(keeper, 'PATCH', `/links/${one.id}`, { title: 'uno' }, 1)
    expect(changed.body).toMatchObject({ title: 'uno', url, version: 2 })
    expect((await ask(keeper, 'PATCH', `/links/${one.id}`, { title: 'x' }, 1)).status).toBe(412)
    expect((await ask(keeper, 'DELETE', `/link-groups/${a.id}`)).status).toBe(409)
    const all = async () => (await ask(keeper, 'GET', '/links/all')).body.groups
    const order = (await all()).map((g: { id: string; links: { id: string }[] }) => ({
      id: g.id,
      linkIds: g.links.map((l) => l.id),
    }))
    const others = order.filter((g: { id: string }) => g.id !== a.id && g.id !== b.id)
    const wanted = [{ id: b.id, linkIds: [two.id] }, ...others, { id: a.id, linkIds: [one.id] }]
    expect((await ask(keeper, 'PUT', '/links/order', { groups: wanted })).status).toBe(204)
    expect(
      (await all()).map((g: { id: string; links: { id: string }[] }) => ({
        id: g.id,
        linkIds: g.links.map((l) => l.id),
      })),
    ).toEqual(wanted)
    const fewer = wanted.slice(1)
    expect((await ask(keeper, 'PUT', '/links/order', { groups: fewer })).status).toBe(412)
    expect((await ask(keeper, 'DELETE', `/links/${one.id}`)).status).toBe(204)
    expect((await ask(keeper, 'DELETE', `/link-groups/${a.id}`)).status).toBe(204)
  })

  it('are checked by a job, inside only where an administrator says so', async () => {
    let status = 200
    const there = createServer((_, response) => response.writeHead(status).end())
    await new Promise<void>((done) => there.listen(0, '127.0.0.1', done))
    const { port } = there.address() as AddressInfo
    const { id: groupId } = await group('Checked')
    const { id } = await made('/links', { groupId, title: 'in', url: `http://127.0.0.1:${port}/` })
    const health = async () => {
      await runJobs(s)
      const groups = (await ask(keeper, 'GET', '/links/all')).body.groups as {
        links: { id: string; health: object }[]
      }[]
      return groups.flatMap((g) => g.links).find((l) => l.id === id)!.health
    }
    const again = async () => {
      expect((await ask(keeper, 'POST', `/links/${id}/check`, {})).status).toBe(202)
      return health()
    }
    expect(await health()).toMatchObject({ state: 'private', checkedAt: expect.any(String) })
    const settings = await s.call(
      keeper.token,
      'PUT',
      '/link-settings',
      { privateNetworks: ['127.0.0.1'] },
      { 'if-match': '"0"' },
    )
    expect(settings.body).toEqual({ privateNetworks: ['127.0.0.1'], version: 1 })
    expect(await again()).toMatchObject({ state: 'works', brokenSince: null })
    status = 404
    expect(await again()).toMatchObject({
      state: 'broken',
      reason: 'status',
      brokenSince: expect.any(String),
    })
    there.close()
    const events = await s.owner.query(
      "select leaf from audit_events where action = 'link.health' and object_id = $1",
      [id],
    )
    expect(events.rowCount).toBe(3)
    // Another address: what was known of the old one is forgotten.
    const moved = await ask(keeper, 'PATCH', `/links/${id}`, { url: 'http://10.0.0.1/' }, 1)
    expect(moved.body.health).toEqual({
      state: 'unchecked',
      reason: null,
      checkedAt: null,
      brokenSince: null,
      movedTo: null,
    })
    expect(await health()).toMatchObject({ state: 'private' })
  })
})

describe('announcements', () => {
  const text = 'The clinic opens at ten.\nThe side door stays shut.'
  const announce = (title: string, over: object = {}) => made('/announcements', { title, text, ...over })
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000).toISOString()

  it('show themselves in their time to their audience, urgent ones first, until they are read', async () => {
    const plain = await announce('Now')
    await announce('Urgent', { importance: 'urgent', audience: audience({ who: 'portal' }) })
    await announce('Later', { startsAt: hours(2) })
    const over = await announce('Over', { startsAt: hours(-3), endsAt: hours(-1) })
    expect(await announced(patient)).toEqual(['Urgent', 'Now'])
    expect(await announced(desk)).toEqual(['Now'])
    expect((await ask(patient, 'GET', '/announcements')).body.items[1]).toMatchObject({ text, readAt: null })
    for (const who of [patient, desk])
      expect((await ask(who, 'POST', `/announcements/${plain.id}/read`, {})).status).toBe(204)
    expect((await ask(patient, 'POST', `/announcements/${plain.id}/read`, {})).status).toBe(204)
    expect((await ask(desk, 'GET', '/announcements')).body.items[0].readAt).toEqual(expect.any(String))
    expect((await ask(desk, 'POST', `/announcements/${over.id}/read`, {})).status).toBe(404)
    const readers = (await ask(keeper, 'GET', `/announcements/${plain.id}/readers`)).body.items
    const of = (who: Who) => readers.find((r: { id: string }) => r.id === who.id)
    expect(of(desk)).toMatchObject({ kind: 'person', name: expect.any(String), readAt: expect.any(String) })
    expect(of(patient)).toMatchObject({ kind: 'portal', name: null, readAt: expect.any(String) })
    expect(of(nurse)).toMatchObject({ readAt: null })
    const again = await ask(
      keeper,
      'PATCH',
      `/announcements/${plain.id}`,
      { text: 'Eleven.', readAgain: true },
      1,
    )
    expect(again.body).toMatchObject({ title: 'Now', text: 'Eleven.', reads: 0, version: 2 })
    expect((await ask(desk, 'GET', '/announcements')).body.items[0]).toMatchObject({
      text: 'Eleven.',
      readAt: null,
    })
  })

  it('take nothing about a patient, and no time that ends before it begins', async () => {
    for (const over of [{ title: TELLING }, { text: TELLING }]) {
      const refused = await ask(keeper, 'POST', '/announcements', { title: 'x', text, ...over })
      expect([refused.status, field(refused)]).toEqual([422, Object.keys(over)[0]])
      expect(JSON.stringify(refused.body)).not.toContain('Jane')
    }
    const upside = { title: 'x', text, startsAt: hours(2), endsAt: hours(1) }
    expect(field(await ask(keeper, 'POST', '/announcements', upside))).toBe('endsAt')
  })

  it('are nobody else’s to change, by the API or by SQL', async () => {
    const { id } = await announce('Mine')
    for (const who of [nurse, patient]) {
      expect((await ask(who, 'DELETE', `/announcements/${id}`)).status).toBe(403)
      expect((await ask(who, 'GET', `/announcements/${id}/readers`)).status).toBe(403)
      const changed = await s.services.db.withContext(
        { orgId: s.world.orgId, userId: who.id },
        async (tx) => [
          (await tx.client.query("update announcements set importance = 'urgent'")).rowCount,
          (await tx.client.query('delete from links')).rowCount,
          (await tx.client.query("update audiences set who = 'everybody'")).rowCount,
          (
            await tx.client.query(
              'select * from wk_audience_members((select audience_id from announcements limit 1))',
            )
          ).rowCount,
        ],
      )
      expect(changed).toEqual([0, 0, 0, 0])
    }
    expect((await ask(keeper, 'DELETE', `/announcements/${id}`)).status).toBe(204)
  })
})
