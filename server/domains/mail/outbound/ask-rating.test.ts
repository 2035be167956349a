import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import { runJobs } from '../../../testing/jobs.ts'
import { type Sink, startSink } from '../../../testing/sink.ts'
import type { Person } from '../../../testing/world.ts'
import { openOffice, RECIPIENT } from '../testing/office.ts'

// How content requesters are: asked when a ticket ends, by a real mail, and in the portal.

const PHI = 'Her number is 536-22-8145, born 03/14/1961'
let s: TestServer
let sink: Sink
let lead: Person
beforeAll(async () => {
  s = await startTestServer()
  sink = await startSink()
  await openOffice(s, sink)
  lead = await s.world.custom(
    [
      'tickets:read',
      'tickets:create',
      'tickets:write',
      'desk:settings',
      'reports:read',
      'clients:read',
      'clients:create',
      'clients:write',
    ],
    { contact: 'write' },
  )
})
afterAll(async () => {
  await sink.stop()
  await s.stop()
})

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  s.call(lead.token, method, path, body, headers)
const open = async (body: object = {}): Promise<{ id: string; number: number }> =>
  (
    await call('POST', '/tickets', {
      subject: 'Xanthic printer',
      requester: { name: 'Rowan Hale', email: RECIPIENT },
      ...body,
    })
  ).body
const move = async (id: string, status: string) => {
  const done = await call('POST', `/tickets/${id}/messages`, { kind: 'internal', body: 'Moved', status })
  expect(done.status, JSON.stringify(done.body)).toBe(201)
}
const asked = (number: number) =>
  sink.mails.filter((m) => m.raw.includes(`Subject: Ticket ${number} was resolved`))
const secretIn = (raw: string) =>
  /\/rate#([\w-]{40,})/.exec(raw.replaceAll('=\r\n', '').replaceAll('=3D', '='))![1]!
/** A ticket that ended, and the link in its mail. */
async function ended(body: object = {}) {
  const ticket = await open(body)
  await move(ticket.id, 'resolved')
  await runJobs(s)
  const mails = asked(ticket.number)
  return { ...ticket, mails, secret: mails.length ? secretIn(mails.at(-1)!.raw) : '' }
}
const look = (secret: string) => s.call(null, 'POST', '/rate/open', { secret })
const rate = (secret: string, body: object) => s.call(null, 'POST', '/rate', { secret, ...body })
const ratings = async (id: string) => (await call('GET', `/tickets/${id}/ratings`)).body.items
const events = async (action: string, id: string) =>
  (
    await s.owner.query('select leaf from audit_events where action = $1 and object_id = $2 order by id', [
      action,
      id,
    ])
  ).rows.map((r) => JSON.parse(r.leaf).event)

describe('by a link', () => {
  it('is asked when a ticket ends, in a mail without a word that anybody typed, and shows its number alone', async () => {
    const t = await ended()
    expect(t.mails).toHaveLength(1)
    expect(t.mails[0]!.to).toEqual([RECIPIENT])
    expect(t.mails[0]!.raw).toContain('Auto-Submitted: auto-generated')
    for (const word of ['Xanthic', 'Rowan']) expect(t.mails[0]!.raw).not.toContain(word)
    const seen = await look(t.secret)
    expect([seen.status, seen.body]).toEqual([200, { number: t.number, score: null }])
    const { rows } = await s.owner.query(
      "select concat((select string_agg(l::text, ' ') from rating_links l), (select string_agg(payload::text, ' ') from graphile_worker._private_jobs)) as everything",
    )
    expect(rows[0].everything).not.toContain(t.secret)
    expect(rows[0].everything).not.toContain(Buffer.from(t.secret).toString('hex'))
  })

  it('rates once; what it answers says more within the hour, and nobody guesses one', async () => {
    const t = await ended()
    const first = await rate(t.secret, { score: 3 })
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect((await rate(t.secret, { score: 1 })).status).toBe(404)
    expect((await look(t.secret)).status).toBe(404)
    expect(await ratings(t.id)).toMatchObject([{ score: 3, via: 'mail', comment: null, round: 0 }])
    expect((await look(first.body.next)).body).toEqual({ number: t.number, score: 3 })
    expect((await rate(first.body.next, { score: 2, comment: 'It took a while.' })).status).toBe(200)
    expect(await ratings(t.id)).toMatchObject([
      { score: 2, comment: { body: 'It took a while.', masked: false } },
    ])
    // A comment opens nothing again.
    expect((await call('GET', `/tickets/${t.id}`)).body.statusCategory).toBe('resolved')
    const told = await events('ticket.rate', t.id)
    expect(told.map((e) => [e.facts.score, e.facts.again, e.actor.kind])).toEqual([
      [3, false, 'system'],
      [2, true, 'system'],
    ])
    expect((await look('A'.repeat(43))).status).toBe(404)
    expect((await rate(first.body.next.slice(0, 20), { score: 3 })).status).toBe(422)
  })

  it('used by two at once counts one', async () => {
    const t = await ended()
    const both = await Promise.all([rate(t.secret, { score: 1 }), rate(t.secret, { score: 3 })])
    expect(both.map((r) => r.status).sort()).toEqual([200, 404])
  })

  it('is over with its time, with the setting, and when the ticket is opened again; then it is asked anew', async () => {
    const t = await ended()
    await s.owner.query("update rating_links set expires_at = now() - interval '1 s' where ticket_id = $1", [
      t.id,
    ])
    expect((await look(t.secret)).status).toBe(404)
    expect((await rate(t.secret, { score: 3 })).status).toBe(404)
    const u = await ended()
    await rate(u.secret, { score: 1 })
    await move(u.id, 'in-progress')
    expect((await look(u.secret)).status).toBe(404)
    await move(u.id, 'resolved')
    await runJobs(s)
    const again = asked(u.number)
    expect(again).toHaveLength(2)
    expect((await rate(secretIn(again[1]!.raw), { score: 3 })).status).toBe(200)
    expect(await ratings(u.id)).toMatchObject([
      { score: 3, round: 1 },
      { score: 1, round: 0 },
    ])
  })

  it('a comment that tells about a patient is covered, and opens the ticket for whoever settles it', async () => {
    const t = await ended()
    expect((await rate(t.secret, { score: 1, comment: PHI })).status).toBe(200)
    const [one] = await ratings(t.id)
    expect(one).toMatchObject({ score: 1, comment: { masked: true } })
    expect(JSON.stringify(one)).not.toContain('536-22-8145')
    expect((await call('GET', `/tickets/${t.id}`)).body).toMatchObject({
      phiState: 'suspected',
      statusCategory: 'open',
    })
    const { rows } = await s.owner.query(
      "select string_agg(r::text, ' ') || (select string_agg(m::text, ' ') from ticket_messages m) as everything from ticket_ratings r",
    )
    for (const form of ['536-22-8145', Buffer.from('536-22-8145').toString('hex')])
      expect(rows[0].everything).not.toContain(form)
  })
})

describe('an organization', () => {
  it('can turn it off, with an event; then nobody is asked and no link opens', async () => {
    const before = await ended()
    const at = await call('GET', '/rating-settings')
    expect(at.body).toMatchObject({ enabled: true, changeDays: 7, linkDays: 14 })
    const put = (body: object, version: number) =>
      call('PUT', '/rating-settings', body, { 'if-match': `"${version}"` })
    const off = await put({ enabled: false, changeDays: 7, linkDays: 14 }, at.body.version)
    expect(off.status, JSON.stringify(off.body)).toBe(200)
    expect((await put({ enabled: true, changeDays: 7, linkDays: 14 }, 99)).status).toBe(412)
    expect((await look(before.secret)).status).toBe(404)
    expect((await ended()).mails).toHaveLength(0)
    const technician = await s.world.person('technician')
    expect((await s.call(technician.token, 'GET', '/rating-settings')).status).toBe(403)
    expect((await put({ enabled: true, changeDays: 7, linkDays: 14 }, off.body.version)).status).toBe(200)
    const told = await s.owner.query("select 1 from audit_events where action = 'rating-settings.change'")
    expect(told.rows).toHaveLength(2)
  })
})

describe('in the portal', () => {
  it('is said by whose request it is once it has ended, and changed for some days', async () => {
    const client = await call('POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Wanda'], family: 'Quill' }] },
    })
    const parent = await s.world.portal({ clients: [client.body.id], name: 'Paula Quill' })
    const other = await s.world.portal({ clients: [client.body.id] })
    const made = await s.call(parent, 'POST', '/portal/requests', {
      subject: 'New card',
      body: 'Which form?',
      clientId: client.body.id,
    })
    const at = `/portal/requests/${made.body.id}`
    const say = (body: object, who = parent) => s.call(who, 'PUT', `${at}/rating`, body)
    expect(made.body.rating).toBeNull()
    expect((await say({ score: 3 })).body.type).toContain('not-rated')
    await move(made.body.id, 'resolved')
    expect((await s.call(parent, 'GET', at)).body.rating).toEqual({
      score: null,
      comment: null,
      changeable: true,
    })
    expect((await say({ score: 3 }, other)).status).toBe(404)
    expect((await say({ score: 4 })).status).toBe(422)
    expect((await say({ score: 3, comment: 'Very quick.' })).body.rating).toEqual({
      score: 3,
      comment: 'Very quick.',
      changeable: true,
    })
    expect((await say({ score: 2 })).body.rating).toMatchObject({ score: 2, comment: 'Very quick.' })
    expect((await events('ticket.rate', made.body.id)).map((e) => e.actor.kind)).toEqual(['portal', 'portal'])
    await s.owner.query(
      "update ticket_ratings set rated_at = now() - interval '8 days' where ticket_id = $1",
      [made.body.id],
    )
    expect((await say({ score: 1 })).body.type).toContain('rating-settled')
    expect((await s.call(parent, 'GET', at)).body.rating.changeable).toBe(false)
    const outside = await s.world.person('technician', 'outside')
    expect((await s.call(outside.token, 'GET', `/tickets/${made.body.id}/ratings`)).status).toBe(404)
  })
})

it('is reported by queue, technician and client over time, within the walls', async () => {
  const period = {
    from: new Date(Date.now() - 30 * 86_400_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  }
  const report = async (groupBy: string, who = lead) =>
    (await s.call(who.token, 'POST', '/reports/ratings', { ...period, groupBy })).body
  const { total, groups, series } = await report('queue')
  const { rows } = await s.owner.query('select score, count(*)::int as n from ticket_ratings group by 1')
  const count = (score: number) => rows.find((r) => r.score === score)?.n ?? 0
  expect(total).toMatchObject({ good: count(3), neither: count(2), bad: count(1) })
  expect(total.rated).toBeGreaterThan(4)
  expect(total.share).toBeCloseTo(total.good / total.rated)
  expect(groups).toMatchObject([{ name: 'Service desk', rated: total.rated }])
  expect(series.length).toBeGreaterThan(0)
  expect((await report('technician')).groups).toMatchObject([{ key: null, rated: total.rated }])
  const clients = (await report('client')).groups
  expect(clients.map((g: { name: string | null }) => g.name)).toContain('Wanda Quill')
  const nameless = await s.world.custom(['tickets:read', 'reports:read'], {})
  expect(JSON.stringify(await report('client', nameless))).not.toContain('Quill')
  const outside = await s.world.custom(['tickets:read', 'reports:read'], {}, 'outside')
  expect((await report('queue', outside)).total.rated).toBe(0)
})
