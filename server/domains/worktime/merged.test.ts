import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

let s: TestServer
let tech: Person
let lead: Person
let clientId: string
let otherClient: string
const LEAD = [
  'tickets:read',
  'tickets:write',
  'time:write',
  'time:approve',
  'contracts:manage',
  'reports:read',
]
const day = '2026-06-10'

beforeAll(async () => {
  s = await startTestServer()
  tech = await s.world.person('technician')
  lead = await s.world.custom(LEAD, {})
  const clinician = await s.world.person('clinician')
  const client = async (family: string) =>
    (
      await s.call(clinician.token, 'POST', '/clients', {
        kind: 'person',
        groupId: s.world.groupId,
        contact: { names: [{ given: ['Ada'], family }] },
      })
    ).body.id
  clientId = await client('Winterbourne')
  otherClient = await client('Somerfield')
})
afterAll(() => s.stop())

const post = (who: Person, path: string, body: object = {}) => s.call(who.token, 'POST', path, body)
const open = async (of: string | null = clientId, over: object = {}) =>
  (await post(tech, '/tickets', { subject: 'Printer', ...(of && { clientId: of }), ...over })).body as {
    id: string
    number: number
  }
const merge = async (from: { id: string }, into: { id: string }) => {
  const merged = await post(tech, `/tickets/${from.id}/merge`, { into: into.id })
  expect(merged.status, JSON.stringify(merged.body)).toBe(200)
}
const worked = async (ticket: { id: string }, over: object = {}, who = tech) => {
  const body = { date: day, minutes: 30, rateCents: 6000, ...over }
  const made = await post(who, `/tickets/${ticket.id}/time`, body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const approved = async (ticket: { id: string }, over: object = {}) => {
  const { id } = await worked(ticket, over)
  await post(tech, '/time-entries/submit', { ids: [id] })
  expect((await post(lead, '/time-entries/decide', { ids: [id], decision: 'approve' })).status).toBe(200)
  return id as string
}
interface Listed {
  id: string
  minutes: number
  note: string | null
  ticketNumber: number
  mergedFrom: { id: string; number: number } | null
  version: number
}
const on = async (ticket: { id: string }): Promise<Listed[]> =>
  (await post(lead, '/time-entries/search', { ticketId: ticket.id })).body.items
const csv = async (over: object = {}) =>
  (await post(lead, '/time-entries/export', { from: day, to: day, purpose: 'Invoices', ...over }))
    .body as string

it('stands at the ticket that remains, with its notes, and says where it was worked; also along two merges', async () => {
  const [a, b, c] = [await open(), await open(), await open()]
  const draft = await worked(a, { note: 'Ribbon' })
  await approved(a, { note: 'Cable', minutes: 10 })
  await worked(b, { note: 'Here' })
  await merge(a, b)
  expect(await on(a)).toEqual([])
  const found = await on(b)
  expect(found.map((e) => [e.note, e.mergedFrom])).toEqual([
    ['Ribbon', { id: a.id, number: a.number }],
    ['Cable', { id: a.id, number: a.number }],
    ['Here', null],
  ])
  await merge(b, c)
  expect((await on(c)).map((e) => [e.note, e.ticketNumber, e.mergedFrom?.number])).toEqual([
    ['Ribbon', c.number, a.number],
    ['Cable', c.number, a.number],
    ['Here', c.number, b.number],
  ])
  // What goes on stays possible: it is changed, handed in, rejected with a reason, and opens under a new key.
  const { version } = (await on(c)).find((e) => e.id === draft.id)!
  const change = { note: 'Ribbons' }
  const changed = await s.call(tech.token, 'PATCH', `/time-entries/${draft.id}`, change, {
    'if-match': `"${version}"`,
  })
  expect(changed.body).toMatchObject({ note: 'Ribbons', ticketId: c.id })
  await post(tech, '/time-entries/submit', { ids: [draft.id] })
  const no = { ids: [draft.id], decision: 'reject', reason: 'Which one?' }
  expect((await post(lead, '/time-entries/decide', no)).status).toBe(200)
  const said = await post(tech, `/tickets/${c.id}/messages`, { kind: 'internal', body: 'Wrong place' })
  const purge = `/tickets/${c.id}/messages/${said.body.id}/purge`
  expect((await post(tech, purge, { reason: 'Wrong place' })).status).toBe(200)
  expect((await on(c))[0]).toMatchObject({ note: 'Ribbons', reason: 'Which one?' })
})

it('is counted where it stands, and twice nowhere', async () => {
  const admin = await s.world.person('administrator')
  const made = await post(admin, '/queues', { name: 'Elsewhere', groupId: s.world.groupId })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const queue = made.body.id
  const report = async () =>
    (await post(lead, '/reports/time', { from: '2026-02-03', to: '2026-02-03', groupBy: 'queue' })).body
  const [from, into] = [await open(), await open(clientId, { queueId: queue })]
  await worked(from, { date: '2026-02-03' })
  await worked(into, { date: '2026-02-03', minutes: 5 })
  await merge(from, into)
  const { total, groups } = await report()
  expect(total.minutes).toBe(35)
  expect(groups).toMatchObject([{ key: queue, minutes: 35 }])
})

it('keeps what an invoice said; what is invoiced later is invoiced where it stands', async () => {
  const [from, into] = [await open(null), await open()]
  const own = { date: '2026-04-01' }
  const first = await approved(from, { ...own, minutes: 40 })
  await csv({ from: '2026-04-01', to: '2026-04-01', mark: true })
  const run = (await s.call(lead.token, 'GET', '/invoice-runs')).body.items[0].id
  const again = () => csv({ runId: run, from: undefined, to: undefined })
  const before = await again()
  expect(before).toContain(`2026-04-01,${from.number},,,`)
  const second = await approved(from, { ...own, minutes: 7 })
  const row = async (id: string) =>
    (await s.owner.query('select * from time_entries where id = $1', [id])).rows[0]
  const was = await row(first)
  await merge(from, into)
  expect(await again()).toBe(before)
  expect(await row(first)).toEqual({ ...was, stands_at: into.id, version: was.version + 1 })
  expect((await on(into)).map((e) => e.id)).toEqual([first, second])
  expect(await csv({ from: '2026-04-01', to: '2026-04-01' })).toContain(
    `2026-04-01,${into.number},${from.number},${clientId},`,
  )
})

it('of a timer that runs on the merged ticket goes where its time went', async () => {
  const [from, into] = [await open(), await open()]
  await post(tech, '/timer/start', { ticketId: from.id })
  await merge(from, into)
  const stopped = await post(tech, '/timer/stop', { note: 'Late' })
  expect(stopped.body).toMatchObject({ ticketId: into.id, mergedFrom: { number: from.number }, note: 'Late' })
})

it('that was worked for another client stays with that client', async () => {
  const [from, into] = [await open(otherClient), await open()]
  await worked(from, { note: 'Theirs' })
  await merge(from, into)
  expect(await on(into)).toEqual([])
  expect(await on(from)).toMatchObject([{ note: 'Theirs', mergedFrom: null }])
  expect(await worked(from)).toMatchObject({ ticketId: from.id })
})

it('stays at its ticket when a message is split off', async () => {
  const from = await open(clientId, { body: 'Also the door' })
  await worked(from)
  const { items } = (await s.call(tech.token, 'GET', `/tickets/${from.id}`)).body.thread
  const made = await post(tech, `/tickets/${from.id}/split`, { messageId: items[0].id, subject: 'Door' })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect(await on(made.body)).toEqual([])
  expect(await on(from)).toHaveLength(1)
})

it('stands nowhere that no merge leads to, not even by SQL; and is written while its ticket is merged', async () => {
  const [a, b] = [await open(), await open()]
  const { id } = await worked(a)
  const move = 'update time_entries set stands_at = $2 where id = $1'
  await expect(s.owner.query(move, [id, b.id])).rejects.toMatchObject({ code: 'WK011' })
  const [, ...made] = await Promise.all([
    merge(a, b),
    ...[1, 2, 3, 4].map((n) => worked(a, { note: `Note ${n}` })),
  ])
  expect(made).toHaveLength(4)
  expect((await on(b)).map((e) => e.note).toSorted()).toEqual(
    [null, 'Note 1', 'Note 2', 'Note 3', 'Note 4'].toSorted(),
  )
  expect(await on(a)).toEqual([])
})
