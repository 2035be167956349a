import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { PortalActor } from '../../testing/portal.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let coordinator: Person
let colleague: Person
let outside: Person
let clientId: string
let parent: PortalActor
let other: PortalActor
let stranger: PortalActor

beforeAll(async () => {
  s = await startTestServer()
  coordinator = await s.world.person('care-coordinator')
  colleague = await s.world.person('clinician')
  outside = await s.world.person('clinician', 'outside')
  const made = await s.call(coordinator.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'], family: 'Quill' }] },
  })
  clientId = made.body.id
  parent = await s.world.portal({ clients: [clientId], name: 'Paula Quill' })
  other = await s.world.portal({ clients: [clientId], name: 'Otto Quill' })
  stranger = await s.world.portal({})
})
afterAll(() => s.stop())

const TEXT = 'The wound on her left knee looks swollen.'
const begin = (body: object = {}) =>
  s.call(parent, 'POST', '/portal/threads', { clientId, subject: 'Knee', body: TEXT, ...body })

describe('a conversation', () => {
  it('goes from the portal to the care team and back, sealed under its own key', async () => {
    const made = await begin()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      subject: 'Knee',
      client: { name: 'Wanda Quill' },
      waits: true,
      people: [{ name: 'Paula Quill' }],
      items: [{ body: TEXT, own: true, fromPortal: true }],
    })
    const { id } = made.body
    const waiting = await s.call(coordinator.token, 'GET', '/threads?waiting=1')
    expect(waiting.body.items).toMatchObject([
      { id, unread: 1, waits: true, client: { name: 'Wanda Quill' } },
    ])
    const read = await s.call(coordinator.token, 'GET', `/threads/${id}`)
    expect(read.body.items[0]).toMatchObject({ author: 'Paula Quill', body: TEXT, own: false })
    const answered = await s.call(coordinator.token, 'POST', `/threads/${id}/messages`, {
      body: 'Send a photo.',
    })
    expect(answered.body).toMatchObject({ waits: false, assignee: { id: coordinator.id } })
    await s.call(coordinator.token, 'POST', `/threads/${id}/messages`, {
      body: 'Looks infected',
      kind: 'note',
    })
    const mine = await s.call(parent, 'GET', '/portal/threads')
    expect(mine.body.items).toMatchObject([{ id, unread: 1 }])
    const seen = await s.call(parent, 'GET', `/portal/threads/${id}`)
    expect(seen.body.items.map((m: { body: string }) => m.body)).toEqual([TEXT, 'Send a photo.'])
    expect(JSON.stringify(seen.body)).not.toContain('infected')
    expect((await s.call(parent, 'GET', '/portal/threads')).body.items[0].unread).toBe(0)
    const { rows } = await s.owner.query(
      'select row_to_json(t)::text as t from message_threads t union all select row_to_json(m)::text from thread_messages m union all select leaf from audit_events',
    )
    for (const { t } of rows) for (const word of ['wound', 'Knee', 'photo']) expect(t).not.toContain(word)
    const log = await s.owner.query('select action from audit_events where object_id = $1 order by id', [id])
    expect(log.rows.map((r) => r.action)).toEqual(
      expect.arrayContaining(['thread.create', 'thread.message', 'thread.read']),
    )
  })

  it('is open to nobody else: not to others of the client, strangers, the other side of the wall, or other classes', async () => {
    const { id } = (await begin()).body
    for (const who of [other, stranger]) {
      expect((await s.call(who, 'GET', `/portal/threads/${id}`)).status).toBe(404)
      expect((await s.call(who, 'POST', `/portal/threads/${id}/messages`, { body: 'x' })).status).toBe(404)
    }
    expect(
      (await s.call(stranger, 'POST', '/portal/threads', { clientId, subject: 's', body: 'b' })).status,
    ).toBe(422)
    expect((await s.call(outside.token, 'GET', `/threads/${id}`)).status).toBe(404)
    expect((await s.call(outside.token, 'POST', `/threads/${id}/messages`, { body: 'x' })).status).toBe(404)
    const blind = await s.world.custom(['messages:read', 'messages:write'], { contact: 'write' })
    expect((await s.call(blind.token, 'GET', `/threads/${id}`)).status).toBe(403)
    expect((await s.call(blind.token, 'GET', '/threads')).status).toBe(403)
    // A tie that is taken away takes the conversation with it.
    await s.owner.query('delete from portal_clients where user_id = $1', [other.id])
    expect((await s.call(other, 'GET', '/portal/threads')).body.items).toEqual([])
  })

  it('begins with staff too, for the client’s people, once for each key', async () => {
    const body = { clientId, subject: 'Appointment', body: 'On Monday?', people: [parent.id] }
    const key = { 'idempotency-key': 'a-key-of-this-test-1' }
    const first = await s.call(coordinator.token, 'POST', '/threads', body, key)
    const again = await s.call(coordinator.token, 'POST', '/threads', body, key)
    expect(first.status).toBe(201)
    expect(again.body.id).toBe(first.body.id)
    expect((await s.call(parent, 'GET', `/portal/threads/${first.body.id}`)).body.items[0]).toMatchObject({
      body: 'On Monday?',
      fromPortal: false,
      author: 'care-coordinator',
    })
    const foreign = { ...body, people: [stranger.id] }
    expect((await s.call(coordinator.token, 'POST', '/threads', foreign)).body.errors[0].field).toBe('people')
    const jobs = await s.owner.query('select payload::text as p from graphile_worker._private_jobs')
    expect(jobs.rows.some((r) => r.p.includes(parent.id))).toBe(true)
    expect(JSON.stringify(jobs.rows)).not.toContain('Monday')
  })

  it('is handed over to who may see the client, in the version that was read; the portal is told', async () => {
    const { id } = (await begin()).body
    const hand = (assigneeId: string, tag: string) =>
      s.call(coordinator.token, 'PATCH', `/threads/${id}`, { assigneeId }, { 'if-match': tag })
    expect((await hand(outside.id, '"1"')).body.errors[0].field).toBe('assigneeId')
    const handed = await hand(colleague.id, '"1"')
    expect(handed.body).toMatchObject({ assignee: { id: colleague.id }, version: 2 })
    expect((await hand(coordinator.id, '"1"')).status).toBe(412)
    const seen = (await s.call(parent, 'GET', `/portal/threads/${id}`)).body
    expect(seen.items.at(-1)).toMatchObject({ kind: 'event', body: 'clinician answers from here on.' })
  })

  it('says who is away, and shows to whom covers what is theirs meanwhile', async () => {
    const { id } = (await begin()).body
    await s.call(
      coordinator.token,
      'PATCH',
      `/threads/${id}`,
      { assigneeId: coordinator.id },
      { 'if-match': '"1"' },
    )
    // One's own account is for a session.
    const from = new Date(Date.now() - 3_600_000).toISOString()
    await s.owner.query(
      "insert into staff_absences (org_id, user_id, from_at, until_at, cover_id) values ($1, $2, $3, now() + interval '1 day', $4)",
      [s.world.orgId, coordinator.id, from, colleague.id],
    )
    expect((await s.call(parent, 'GET', `/portal/threads/${id}`)).body.away).toMatchObject({
      name: 'care-coordinator',
      cover: 'clinician',
    })
    const mine = await s.call(colleague.token, 'GET', '/threads?whose=mine')
    expect(mine.body.items.map((t: { id: string }) => t.id)).toContain(id)
    expect((await s.call(colleague.token, 'GET', '/threads/unread')).body.mine).toBeGreaterThan(0)
    await s.owner.query('delete from staff_absences')
  })

  it('is opened again by an answer from the portal, follows its client’s wall, and dies with the client', async () => {
    const { id } = (await begin()).body
    await s.call(coordinator.token, 'PATCH', `/threads/${id}`, { state: 'closed' }, { 'if-match': '"1"' })
    const again = await s.call(parent, 'POST', `/portal/threads/${id}/messages`, { body: 'Still swollen' })
    expect(again.body).toMatchObject({ state: 'open', waits: true })
    await s.owner.query('update clients set group_id = $2 where id = $1', [clientId, s.world.otherGroupId])
    expect((await s.call(coordinator.token, 'GET', `/threads/${id}`)).status).toBe(404)
    expect((await s.call(outside.token, 'GET', `/threads/${id}`)).status).toBe(200)
    await s.owner.query('update clients set shredded_at = now() where id = $1', [clientId])
    expect((await s.call(outside.token, 'GET', `/threads/${id}`)).status).toBe(404)
    expect((await s.call(parent, 'GET', `/portal/threads/${id}`)).status).toBe(404)
    const { rows } = await s.owner.query('select wrapped from deks where subject_id = $1', [id])
    expect(rows).toEqual([{ wrapped: null }])
  })
})
