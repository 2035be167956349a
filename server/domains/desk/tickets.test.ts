import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let tech: Person
let outside: Person
beforeAll(async () => {
  s = await startTestServer()
  tech = await s.world.person('technician')
  outside = await s.world.person('technician', 'outside')
})
afterAll(() => s.stop())

const post = (who: Person, body: object = {}, headers = {}) =>
  s.call(who.token, 'POST', '/tickets', { subject: 'Printer jams', ...body }, headers)
/** Opened, and read as its opener sees it. */
async function open(who: Person, body: object = {}, headers = {}) {
  const made = await post(who, body, headers)
  return made.status === 201
    ? { ...(await s.call(who.token, 'GET', `/tickets/${made.body.id}`)), status: 201 }
    : made
}
const events = async (action: string, id: string) =>
  (
    await s.owner.query('select leaf from audit_events where action = $1 and object_id = $2', [action, id])
  ).rows.map((r) => JSON.parse(r.leaf).event)
const client = async () => {
  const clinician = await s.world.person('clinician')
  const made = await s.call(clinician.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Ada'], family: 'Winterbourne' }] },
  })
  return { clinician, id: made.body.id as string }
}

describe('a ticket', () => {
  it('is opened in the first queue, numbered, sealed and recorded', async () => {
    const made = await open(tech, {
      body: 'Tray two, since Monday',
      tags: ['printer'],
      requester: { name: 'Rowan Hale', email: 'rowan@example.test' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(made.body).toMatchObject({
      subject: 'Printer jams',
      tags: ['printer'],
      requester: { name: 'Rowan Hale', email: 'rowan@example.test' },
      status: 'new',
      statusCategory: 'new',
      priority: 3,
      queueId: s.world.queueId,
      watching: true,
      access: { write: true },
    })
    expect(made.body.thread.items).toMatchObject([{ body: 'Tray two, since Monday', kind: 'public' }])
    const next = await open(tech)
    expect(next.body.number).toBe(made.body.number + 1)
    const read = await s.call(tech.token, 'GET', `/tickets/${made.body.id}`)
    expect(read.body).toEqual(made.body)
    expect(read.headers.etag).toBe('"1"')
    expect(await events('ticket.create', made.body.id)).toHaveLength(1)
    expect(await events('ticket.read', made.body.id)).toHaveLength(2)
    const spans = await s.owner.query('select * from ticket_status_spans where ticket_id = $1', [
      made.body.id,
    ])
    expect(spans.rows).toMatchObject([{ status: 'new', to_at: null }])
  })

  it('of a client stands behind the client’s wall and names the client to who may see it', async () => {
    const { clinician, id } = await client()
    const made = await open(clinician, { clientId: id })
    expect(made.body.client).toEqual({ id, name: 'Ada Winterbourne' })
    expect((await s.call(outside.token, 'GET', `/tickets/${made.body.id}`)).status).toBe(404)
    const read = (await events('ticket.read', made.body.id)).find((e) => e.outcome === 'refused')
    expect(read).toMatchObject({ outcome: 'refused', reason: 'not-found-or-walled' })
    expect((await open(outside, { clientId: id })).status).toBe(422)
    const noNames = await s.world.custom(['tickets:read'], {})
    expect((await s.call(noNames.token, 'GET', `/tickets/${made.body.id}`)).body.client).toBeNull()
  })

  it('is not put into a queue that the walls close, nor made of what is not there', async () => {
    expect((await open(outside)).status).toBe(403)
    for (const field of ['clientId', 'contactId', 'facilityId', 'assigneeId', 'teamId', 'parentId']) {
      const refused = await open(tech, { [field]: s.world.orgId })
      expect(refused.status, field).toBe(422)
      expect(refused.body.errors[0].field).toBe(field)
    }
    expect((await open(tech, { queueId: s.world.orgId })).body.errors[0].field).toBe('queueId')
    expect((await open(tech, { typeId: s.world.orgId })).body.errors[0].field).toBe('typeId')
  })

  it('follows its client to another group', async () => {
    const { id } = await client()
    const made = await open(tech, { clientId: id, body: 'moving' })
    const both = await s.world.custom(['clients:read', 'clients:write'], { contact: 'write' })
    await s.owner.query('insert into team_members (org_id, team_id, user_id) values ($1, $2, $3)', [
      s.world.orgId,
      s.world.outsideTeamId,
      both.id,
    ])
    const moved = await s.call(
      both.token,
      'PATCH',
      `/clients/${id}`,
      { groupId: s.world.otherGroupId },
      { 'if-match': '"1"' },
    )
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    expect((await s.call(tech.token, 'GET', `/tickets/${made.body.id}`)).status).toBe(404)
    expect((await s.call(outside.token, 'GET', `/tickets/${made.body.id}`)).status).toBe(200)
    const { rows } = await s.owner.query('select distinct group_id from ticket_search where ticket_id = $1', [
      made.body.id,
    ])
    expect(rows).toEqual([{ group_id: s.world.otherGroupId }])
  })

  it('is made once for one Idempotency-Key', async () => {
    const once = { 'idempotency-key': 'open-a-ticket-once' }
    const [a, b] = [await open(tech, { subject: 'Once' }, once), await open(tech, { subject: 'Once' }, once)]
    expect(b.body.id).toBe(a.body.id)
  })

  it('is numbered without a gap or a double by many at once', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => post(tech)))
    const numbers = made.map((m) => m.body.number).sort((a, b) => a - b)
    expect(numbers.at(-1) - numbers[0]).toBe(19)
  })
})

describe('a message', () => {
  it('is sealed, recorded, put into the outbox when it is a reply, and answers the first time', async () => {
    const { body: t } = await open(tech)
    const reply = await s.call(tech.token, 'POST', `/tickets/${t.id}/messages`, {
      kind: 'public',
      body: 'On my way',
      status: 'in-progress',
    })
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    expect(reply.body).toMatchObject({ status: 'in-progress', suspected: false })
    await s.call(tech.token, 'POST', `/tickets/${t.id}/messages`, {
      kind: 'internal',
      body: 'Roller is worn',
    })
    const read = await s.call(tech.token, 'GET', `/tickets/${t.id}`)
    expect(read.body.thread.items.map((m: { body: string }) => m.body)).toEqual([
      'On my way',
      'Roller is worn',
    ])
    expect(read.body.firstResponseAt).not.toBeNull()
    expect(read.body.messageCount).toBe(2)
    const { rows } = await s.owner.query('select message_id, kind from ticket_outbox where ticket_id = $1', [
      t.id,
    ])
    expect(rows).toEqual([{ message_id: reply.body.id, kind: 'reply' }])
    expect(await events('ticket.message', t.id)).toHaveLength(2)
    expect(await events('ticket.status', t.id)).toMatchObject([{ facts: { from: 'new', to: 'in-progress' } }])
  })

  it('pages through a long thread', async () => {
    const { body: t } = await open(tech)
    for (let i = 0; i < 53; i++)
      await s.call(tech.token, 'POST', `/tickets/${t.id}/messages`, { kind: 'internal', body: `note ${i}` })
    const { thread } = (await s.call(tech.token, 'GET', `/tickets/${t.id}`)).body
    expect(thread.items).toHaveLength(50)
    const older = await s.call(tech.token, 'GET', `/tickets/${t.id}/messages?before=${thread.earlier}`)
    expect(older.body).toMatchObject({
      items: [{ body: 'note 0' }, { body: 'note 1' }, { body: 'note 2' }],
      earlier: null,
    })
  })

  it('is not taken from beyond the wall, nor where it opens for reading only', async () => {
    const { body: t } = await open(tech)
    const reply = (who: Person) =>
      s.call(who.token, 'POST', `/tickets/${t.id}/messages`, { kind: 'public', body: 'x' })
    expect((await reply(outside)).status).toBe(404)
    await s.owner.query("update walls set access = 'read' where team_id = $1", [s.world.insideTeamId])
    try {
      expect((await reply(tech)).status).toBe(403)
      expect((await s.call(tech.token, 'GET', `/tickets/${t.id}`)).body.access).toEqual({ write: false })
    } finally {
      await s.owner.query("update walls set access = 'write' where team_id = $1", [s.world.insideTeamId])
    }
  })
})

it('gives a new organization its queue, types and flow', async () => {
  const org = '0190aaaa-0000-7000-8000-00000000d3e5'
  await s.owner.query("insert into organizations (org_id, name) values ($1, 'Second')", [org])
  const count = async (table: string) =>
    (await s.owner.query(`select count(*)::int as n from ${table} where org_id = $1`, [org])).rows[0].n
  expect([await count('queues'), await count('ticket_types'), await count('ticket_flows')]).toEqual([1, 2, 1])
})
