import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '../../platform/ids.ts'
import { type Desk, type Person, startDesk } from './testing/desk.ts'
import { type AsServer, asServer } from './testing/sql.ts'

// Around the steps by SQL, with the server's own roles: closing without them, making them look done, taking them away,
// or putting them onto a ticket that ended.

let d: Desk
let server: AsServer
let lead: Person
let writer: Person
let officer: Person
const steps = [
  { title: 'Disk destroyed', required: true, roleId: null as string | null, people: 1 },
  { title: 'Seen by two', required: true, roleId: null, people: 2 },
  { title: 'For officers', required: true, roleId: '', people: 1 },
  { title: 'If there is time', required: false, roleId: null, people: 1 },
]
beforeAll(async () => {
  d = await startDesk()
  server = await asServer(d)
  const can = ['tickets:read', 'tickets:create', 'tickets:write']
  lead = await d.s.world.custom([...can, 'tickets:merge', 'desk:settings'], {})
  writer = await d.s.world.custom(can, {})
  officer = await d.s.world.custom([...can, 'tickets:close-override'], {})
  const { rows } = await d.s.owner.query('select role_id from user_roles where user_id = $1', [officer.id])
  steps[2]!.roleId = rows[0].role_id
  const made = await d.call(lead, 'POST', '/checklist-templates', { name: 'Wipe', steps })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
})
afterAll(async () => {
  await server.end()
  await d.s.stop()
})

const CLOSE = "update tickets set status = 'closed', status_category = 'closed' where id = $1"
const idsOf = async (id: string): Promise<string[]> =>
  (
    await d.s.owner.query('select id from ticket_steps where ticket_id = $1 order by position', [id])
  ).rows.map((r) => r.id)
const step = (who: Person, id: string, stepId: string, action = 'done') =>
  d.call(who, 'POST', `/tickets/${id}/steps/${stepId}`, { action })
async function doAll(id: string): Promise<void> {
  const [one, two, role] = (await idsOf(id)) as [string, string, string]
  const done = [
    await step(lead, id, one),
    await step(lead, id, two),
    await step(writer, id, two),
    await step(officer, id, role),
  ]
  expect(done.map((x) => x.status)).toEqual([200, 200, 200, 200])
}

it('no ticket ends with required steps left, whoever says so, and ends once they are done', async () => {
  const id = await d.open()
  for (const who of [writer, lead, officer, null]) expect(await server.sql(who, CLOSE, [id])).toBe('WKG03')
  await doAll(id)
  expect(await server.sql(writer, CLOSE, [id])).toBe(1)
})

it('neither one that asks for nothing, nor a step that is not required, is held', async () => {
  const id = await d.open()
  expect(
    await server.sql(writer, "update tickets set status = 'open', status_category = 'open' where id = $1", [
      id,
    ]),
  ).toBe(1)
  await doAll(id)
  expect(await server.sql(writer, CLOSE, [id])).toBe(1)
  expect((await d.read(id)).steps.at(-1).state).toBe('open')
})

it('another type is no way around: its flow asks in the status that the ticket goes on in', async () => {
  const id = await d.open()
  const flow = await d.call(lead, 'POST', '/ticket-flows', {
    name: 'Strict from the start',
    statuses: [
      { key: 'new', name: 'New', category: 'new', next: ['closed'], requiresSteps: true },
      { key: 'open', name: 'Open', category: 'open', next: ['closed'], requiresSteps: false },
      { key: 'closed', name: 'Closed', category: 'closed', next: ['new'], requiresSteps: false },
    ],
  })
  const type = await d.call(lead, 'POST', '/ticket-types', { name: 'Strict', flowId: flow.body.id })
  const refused = await d.patch(id, { typeId: type.body.id }, lead)
  expect([refused.status, refused.body.missing.length]).toEqual([409, 3])
  expect(await server.sql(lead, 'update tickets set type_id = $2 where id = $1', [id, type.body.id])).toBe(
    'WKG03',
  )
})

it('past it leads an override of this transaction, by one who may', async () => {
  const id = await d.open()
  const close = await d.call(officer, 'POST', `/tickets/${id}/close-override`, {
    status: 'closed',
    reason: 'Machine is lost',
  })
  expect(close.status, JSON.stringify(close.body)).toBe(200)
})

it('nobody does a step but in their own name, by its role, and once', async () => {
  const [one, two, role] = (await idsOf(await d.open())) as [string, string, string]
  const by = (who: Person | null, set: string, id: string) =>
    server.sql(who, `update ticket_steps set ${set} where id = $1`, [id])
  expect(await by(writer, `state = 'done', done_by = '${lead.id}', done_at = now()`, one)).toBe('42501')
  expect(await by(writer, "state = 'skipped', done_by = wk_user()", one)).toBe('42501')
  expect(await by(lead, "state = 'skipped', done_by = wk_user()", one)).toBe('42501')
  expect(await by(null, `state = 'done', done_by = '${lead.id}', done_at = now()`, one)).toBe('42501')
  for (const set of ['required = false', 'people = 1', 'role_id = null', "built_in = 'phi-purged'"])
    for (const who of [writer, null]) expect(await by(who, set, role), set).toBe('42501')
  expect(await by(writer, "state = 'done', done_by = wk_user(), done_at = now()", role)).toBe('42501')
  expect(await by(officer, "state = 'done', done_by = wk_user(), done_at = now()", role)).toBe(1)
  // Two people are two, in two steps.
  expect(await by(writer, `state = 'done', done_by = wk_user(), second_by = '${lead.id}'`, two)).toBe('42501')
  expect(await by(writer, `state = 'half', done_by = '${lead.id}'`, two)).toBe('42501')
  expect(await by(writer, "state = 'half', done_by = wk_user(), done_at = now()", two)).toBe(1)
  expect(await by(writer, `state = 'done', done_by = '${officer.id}', second_by = wk_user()`, two)).toBe(
    '42501',
  )
  expect(await by(lead, "state = 'done', second_by = wk_user(), second_at = now()", two)).toBe(1)
  expect(await by(writer, "state = 'done', done_by = wk_user(), done_at = now()", one)).toBe(1)
})

it('a step is not taken to another ticket, and none comes onto one that ended', async () => {
  const [id, other, ended] = [await d.open(), await d.open(), await d.open()]
  const [one] = (await idsOf(id)) as [string]
  expect(await server.sql(writer, 'update ticket_steps set ticket_id = $2 where id = $1', [one, other])).toBe(
    '42501',
  )
  await doAll(ended)
  expect((await d.patch(ended, { status: 'closed' })).status).toBe(200)
  const [done] = (await idsOf(ended)) as [string]
  expect(await server.sql(lead, 'update ticket_steps set ticket_id = $2 where id = $1', [one, ended])).toBe(
    'WKG02',
  )
  const undo = "update ticket_steps set state = 'open', done_by = null, done_at = null where id = $1"
  expect(await server.sql(writer, undo, [done])).toBe('WKG02')
  const add = `insert into ticket_steps (org_id, id, ticket_id, title) select org_id, $2, id, 'One more' from tickets where id = $1`
  expect(await server.sql(writer, add, [ended, uuidv7()])).toBe('WKG02')
  expect(await server.sql(writer, add, [other, uuidv7()])).toBe(1)
})

it('a merge covers the twins of its steps, and those alone', async () => {
  const [from, into] = [await d.open(), await d.open()]
  expect((await d.call(lead, 'POST', `/tickets/${from}/merge`, { into })).status).toBe(200)
  const states = async (id: string) => (await d.read(id)).steps.map((s: { state: string }) => s.state)
  expect(await states(from)).toEqual(['skipped', 'skipped', 'skipped', 'skipped'])
  expect(await states(into)).toEqual(['open', 'open', 'open', 'open'])
  expect((await d.patch(into, { status: 'closed' })).body.missing).toHaveLength(3)
})

it('a step is taken off by nobody who may not go past the gate, and by nobody once it was done', async () => {
  const id = await d.open()
  const [one, two] = (await idsOf(id)) as [string, string]
  const drop = 'delete from ticket_steps where id = $1'
  for (const who of [writer, lead, null]) expect(await server.sql(who, drop, [one])).toBe('42501')
  expect(await server.sql(officer, drop, [one])).toBe(1)
  await step(lead, id, two)
  expect(await server.sql(officer, drop, [two])).toBe('42501')
})
