import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { PortalActor } from '../../testing/portal.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let desk: Person
let clientId: string
let parent: PortalActor
let other: PortalActor

beforeAll(async () => {
  s = await startTestServer()
  desk = await s.world.custom(
    ['tickets:read', 'tickets:write', 'tickets:create', 'clients:create', 'clients:write', 'clients:read'],
    { contact: 'write' },
  )
  const made = await s.call(desk.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'], family: 'Quill' }] },
  })
  clientId = made.body.id
  parent = await s.world.portal({
    clients: [clientId],
    facilities: [s.world.facilityId],
    name: 'Paula Quill',
  })
  other = await s.world.portal({ clients: [clientId] })
})
afterAll(() => s.stop())

const ask = (body: object = {}) =>
  s.call(parent, 'POST', '/portal/requests', {
    subject: 'New insurance card',
    body: 'Please tell me which form you need.',
    clientId,
    facilityId: s.world.facilityId,
    ...body,
  })
const bodies = (answer: { body: { items: { body: string }[] } }) => answer.body.items.map((m) => m.body)

describe('a request', () => {
  it('is a ticket of the desk, whose public thread is seen and answered in the portal', async () => {
    const made = await ask()
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ subject: 'New insurance card', done: false, clientId, unread: 0 })
    const { id } = made.body
    const ticket = (await s.call(desk.token, 'GET', `/tickets/${id}`)).body
    expect(ticket).toMatchObject({ channel: 'portal', requester: { name: 'Paula Quill' } })
    expect(JSON.stringify(ticket)).not.toContain(parent.email)
    const say = (kind: string, body: string) =>
      s.call(desk.token, 'POST', `/tickets/${id}/messages`, { kind, body })
    await say('public', 'The blue one.')
    await say('internal', 'She asks every week.')
    expect((await s.call(parent, 'GET', '/portal/requests')).body.items).toMatchObject([{ id, unread: 1 }])
    const seen = await s.call(parent, 'GET', `/portal/requests/${id}`)
    expect(bodies(seen)).toEqual(['Please tell me which form you need.', 'The blue one.'])
    expect((await s.call(parent, 'GET', '/portal/requests')).body.items[0].unread).toBe(0)
    const answered = await s.call(parent, 'POST', `/portal/requests/${id}/messages`, { body: 'Thank you!' })
    expect(bodies(answered)).toEqual(['Please tell me which form you need.', 'The blue one.', 'Thank you!'])
    const { rows } = await s.owner.query('select payload::text as p from graphile_worker._private_jobs')
    const told = rows.filter((r) => r.p.includes('userId') && r.p.includes(parent.id))
    expect(told.some((r) => r.p.includes('since'))).toBe(true)
    // And on their devices.
    expect(told.some((r) => r.p.includes('"kind": "request"'))).toBe(true)
    const log = await s.owner.query(
      "select leaf from audit_events where object_id = $1 and action in ('ticket.create', 'ticket.message', 'ticket.read') and actor_id = $2",
      [id, parent.id],
    )
    expect(log.rows.length).toBeGreaterThanOrEqual(3)
    expect(log.rows.every((r) => JSON.parse(r.leaf).event.actor.kind === 'portal')).toBe(true)
  })

  it('is nobody else’s: not another’s of the client, and no ticket that is not a request', async () => {
    const { id } = (await ask()).body
    const foreign = (await s.call(desk.token, 'POST', '/tickets', { subject: 'Other', body: 'b', clientId }))
      .body.id
    for (const [who, ticket] of [
      [other, id],
      [parent, foreign],
    ] as const) {
      expect((await s.call(who, 'GET', `/portal/requests/${ticket}`)).status).toBe(404)
      expect((await s.call(who, 'POST', `/portal/requests/${ticket}/messages`, { body: 'x' })).status).toBe(
        404,
      )
    }
    expect((await s.call(other, 'GET', '/portal/requests')).body.items).toEqual([])
    expect((await ask({ clientId: foreign })).body.errors[0].field).toBe('clientId')
    expect((await ask({ facilityId: foreign })).body.errors[0].field).toBe('facilityId')
  })

  it('keeps what tells about a patient out of the subject, and takes no answer once it is closed', async () => {
    const made = await ask({ subject: 'Wanda Quill, SSN 219-09-9999, has a fever' })
    expect(made.body.subject).toBe('Request from the portal')
    expect(bodies(made)[0]).toContain('219-09-9999')
    const { id } = (await ask({ clientId: null })).body
    await s.owner.query("update tickets set status = 'closed', status_category = 'closed' where id = $1", [
      id,
    ])
    const answered = await s.call(parent, 'POST', `/portal/requests/${id}/messages`, { body: 'x' })
    expect(answered.body.type).toContain('request-closed')
  })
})
