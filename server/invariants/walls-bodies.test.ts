import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, type Person, startDesk } from '../domains/desk/testing/desk.ts'

// Ids from behind a wall in bodies: each route that takes one answers as if there were nothing, and changes nothing.

const SECRET = 'Quellenbrunn'
let d: Desk
let outside: Person
let hidden: string
let own: string
beforeAll(async () => {
  d = await startDesk()
  const permissions = ['tickets:read', 'tickets:write', 'tickets:create', 'tickets:assign', 'tickets:merge']
  outside = await d.s.world.custom(
    [
      ...permissions,
      'files:read',
      'files:write',
      'time:write',
      'time:approve',
      'desk:settings',
      'clients:read',
    ],
    { contact: 'read' },
    'outside',
  )
  hidden = await d.open({ subject: SECRET, body: SECRET })
  const queue = await d.call(outside, 'POST', '/queues', { name: 'South', groupId: d.s.world.otherGroupId })
  own = await d.open({ queueId: queue.body.id, body: 'x' }, outside)
})
afterAll(() => d.s.stop())

it('are nothing to whoever stands outside', async () => {
  const client = await d.client(SECRET)
  const time = { date: '2026-01-05', minutes: 5 }
  const entry = (await d.call(d.tech, 'POST', `/tickets/${hidden}/time`, time)).body.id
  const before = await d.row(hidden)
  const tries: [string, string, object][] = [
    ['POST', `/tickets/${own}/merge`, { into: hidden }],
    ['POST', `/tickets/${hidden}/merge`, { into: own }],
    ['POST', `/tickets/${own}/link`, { kind: 'relates', otherId: hidden }],
    ['POST', '/tickets', { subject: 'x', parentId: hidden }],
    ['POST', '/tickets', { subject: 'x', clientId: client }],
    ['PATCH', `/tickets/${own}`, { parentId: hidden }],
    ['PATCH', `/tickets/${own}`, { clientId: client }],
    ['PATCH', `/tickets/${own}`, { queueId: d.s.world.queueId }],
    ['POST', '/files', { ownerType: 'ticket', ownerId: hidden, name: 'a', size: 1 }],
    ['POST', '/files', { ownerType: 'client', ownerId: client, name: 'a', size: 1 }],
    ['POST', '/timer/start', { ticketId: hidden }],
    ['POST', '/time-entries/submit', { ids: [entry] }],
    ['POST', '/time-entries/decide', { ids: [entry], decision: 'approve' }],
    ['POST', '/sla/preview', { ticket: { id: hidden } }],
  ]
  for (const [method, path, body] of tries) {
    const headers: Record<string, string> =
      method === 'PATCH' ? { 'if-match': `"${await d.versionOf(own)}"` } : {}
    const { status, body: answer } = await d.call(outside, method, path, body, headers)
    const what = `${method} ${path} ${JSON.stringify(body)} ${JSON.stringify(answer)}`
    expect([403, 404, 422], what).toContain(status)
    expect(JSON.stringify(answer), what).not.toContain(SECRET)
  }
  const bulk = await d.call(outside, 'POST', '/tickets/bulk', { ids: [hidden, own], change: { urgency: 1 } })
  expect(bulk.body.results.map((r: { ok: boolean }) => r.ok)).toEqual([false, true])
  const empty: [string, object][] = [
    ['/time-entries/search', { ticketId: hidden }],
    ['/tickets/search', { filter: { q: SECRET } }],
  ]
  for (const [path, body] of empty) expect((await d.call(outside, 'POST', path, body)).body.items).toEqual([])
  expect(await d.row(hidden)).toEqual(before)
})

it('a mention, an assignment and a watch tell nothing to whoever does not see the ticket, or no longer does', async () => {
  const peer = await d.s.world.person('technician')
  await d.call(peer, 'POST', `/tickets/${hidden}/watch`, { watching: true })
  const about = async (who: Person) => {
    const list = await d.call(who, 'GET', '/notifications')
    const count = await d.call(who, 'GET', '/notifications/count')
    return [list.body.items.length, count.body.unread, JSON.stringify(list.body).includes(SECRET)]
  }
  expect((await d.say(hidden, 'look', { mentions: [outside.id] })).status).toBe(422)
  expect((await d.patch(hidden, { assigneeId: outside.id })).status).toBe(422)
  await d.s.owner.query('update tickets set assignee_id = $2 where id = $1', [hidden, outside.id])
  await d.say(hidden, 'look again', { kind: 'public' })
  expect(await about(outside)).toEqual([0, 0, false])
  expect((await about(peer))[2]).toBe(true)
  await d.s.owner.query('delete from team_members where user_id = $1', [peer.id])
  await d.say(hidden, 'and again')
  expect(await about(peer)).toEqual([0, 0, false])
})
