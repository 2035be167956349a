import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, type Person, startDesk } from './testing/desk.ts'

let d: Desk
let tech: Person
beforeAll(async () => {
  d = await startDesk()
  tech = d.tech
})
afterAll(() => d.s.stop())

const bodies = async (id: string) => (await d.read(id)).thread.items.map((m: { body: string }) => m.body)

it('merges: messages, watchers, children and what is to be done go along; both are recorded', async () => {
  const reception = await d.s.world.person('receptionist')
  const from = await d.open({ body: 'Twice the same', subject: 'Twin' }, reception)
  const into = await d.open({ body: 'The first' })
  const child = await d.open({ parentId: from })
  const merged = await d.call(tech, 'POST', `/tickets/${from}/merge`, { into })
  expect(merged.status, JSON.stringify(merged.body)).toBe(200)
  expect(await bodies(into)).toEqual(expect.arrayContaining(['Twice the same', 'The first']))
  expect(await d.read(from)).toMatchObject({
    mergedInto: into,
    statusCategory: 'closed',
    subject: 'Twin',
    messageCount: 0,
  })
  expect((await d.read(child)).parentId).toBe(into)
  expect((await d.read(into, reception)).watching).toBe(true)
  expect((await d.read(into)).links).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'merged', id: from }),
      expect.objectContaining({ kind: 'child', id: child }),
    ]),
  )
  expect(await d.events('ticket.merge', from)).toMatchObject([{ facts: { into } }])
  expect(await d.events('ticket.merged', into)).toMatchObject([{ facts: { from } }])
  // Nothing is done to what was merged.
  expect((await d.say(from, 'late')).body.type).toContain('ticket-merged')
  expect((await d.patch(from, { status: 'in-progress' })).status).toBe(409)
  expect((await d.call(tech, 'POST', `/tickets/${into}/merge`, { into })).status).toBe(422)
  // What moved is found where it is now.
  const { body } = await d.call(tech, 'POST', '/tickets/search', { filter: { q: 'twice same' } })
  expect(body.items.map((i: { id: string }) => i.id)).toEqual([into])
})

it('is merged crosswise by two at once without a standstill', async () => {
  const [a, b] = [await d.open(), await d.open()]
  const answers = await Promise.all([
    d.call(tech, 'POST', `/tickets/${a}/merge`, { into: b }),
    d.call(tech, 'POST', `/tickets/${b}/merge`, { into: a }),
  ])
  expect(answers.map((x) => x.status).sort()).toEqual([200, 409])
})

it('splits a message into a ticket of its own', async () => {
  const clientId = await d.client()
  const from = await d.open({ body: 'Also the door squeaks', clientId, requester: { name: 'Rowan' } })
  const { items } = (await d.read(from)).thread
  const made = await d.call(tech, 'POST', `/tickets/${from}/split`, {
    messageId: items[0].id,
    subject: 'Door',
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const fresh = await d.read(made.body.id)
  expect(fresh).toMatchObject({
    subject: 'Door',
    clientId,
    requester: { name: 'Rowan' },
    messageCount: 1,
    links: [{ kind: 'relates', id: from }],
  })
  expect(fresh.thread.items[0].body).toBe('Also the door squeaks')
  expect(await bodies(from)).toEqual([`A message became #${made.body.number}`])
})

it('links, from both sides, as far as each is seen', async () => {
  const [a, b] = [await d.open({ subject: 'A' }), await d.open({ subject: 'B' })]
  await d.call(tech, 'POST', `/tickets/${a}/link`, { kind: 'blocks', otherId: b })
  expect((await d.read(a)).links).toMatchObject([{ kind: 'blocks', outward: true, id: b, subject: 'B' }])
  expect((await d.read(b)).links).toMatchObject([{ kind: 'blocks', outward: false, id: a }])
  // A link to what the reader may not see shows nothing of it.
  await d.s.owner.query('update tickets set group_id = $2 where id = $1', [b, d.s.world.otherGroupId])
  expect((await d.read(a)).links).toEqual([])
  await d.s.owner.query('update tickets set group_id = $2 where id = $1', [b, d.s.world.groupId])
  await d.call(tech, 'POST', `/tickets/${a}/link`, { kind: 'blocks', otherId: b, remove: true })
  expect((await d.read(a)).links).toEqual([])
  expect(
    (await d.call(tech, 'POST', `/tickets/${a}/link`, { kind: 'blocks', otherId: d.s.world.orgId })).status,
  ).toBe(404)
})

it('closes a parent with its children when told to', async () => {
  const parent = await d.open()
  const children = [await d.open({ parentId: parent }), await d.open({ parentId: parent })]
  expect(
    (await d.patch(parent, { status: 'resolved' })).body.children.map((c: { id: string }) => c.id).sort(),
  ).toEqual([...children].sort())
  expect((await d.say(parent, 'done', { status: 'resolved' })).status).toBe(409)
  expect((await d.say(parent, 'done', { status: 'resolved', children: 'close' })).status).toBe(201)
  for (const id of [parent, ...children]) expect((await d.read(id)).statusCategory).toBe('resolved')
})

it('does what a macro says, with its placeholders filled in', async () => {
  const id = await d.open({ subject: 'Tray', requester: { name: 'Rowan' } })
  const macro = await d.call(tech, 'POST', '/ticket-macros', {
    name: 'Wait',
    body: 'Hi {{requester.name|there}}, about #{{ticket.number}} "{{ticket.subject}}": {{agent.name}}, {{organization.name}}',
    status: 'waiting-requester',
    assignee: 'me',
    addTags: ['asked'],
    urgency: 1,
  })
  expect(macro.status, JSON.stringify(macro.body)).toBe(201)
  const bad = await d.call(tech, 'POST', '/ticket-macros', { name: 'x', body: '{{client.ssn}}' })
  expect(bad.body.errors[0].field).toBe('body')
  const filled = await d.call(tech, 'POST', `/tickets/${id}/macros/${macro.body.id}/fill`, {})
  expect(filled.body.body).toContain('Hi Rowan')
  const applied = await d.call(tech, 'POST', `/tickets/${id}/macros/${macro.body.id}/apply`, {})
  expect(applied.status, JSON.stringify(applied.body)).toBe(200)
  const read = await d.read(id)
  expect(read).toMatchObject({
    status: 'waiting-requester',
    tags: ['asked'],
    urgency: 1,
    assigneeId: tech.id,
  })
  expect(read.thread.items[0].body).toBe(
    `Hi Rowan, about #${read.number} "Tray": technician, Maple Grove Care`,
  )
  const other = await d.s.world.person('receptionist')
  expect((await d.call(other, 'POST', `/tickets/${id}/macros/${macro.body.id}/apply`, {})).status).toBe(404)
})

it('two who make two tickets each other’s parent at once: one of them is refused', async () => {
  const [a, b] = [await d.open(), await d.open()]
  const answers = await Promise.all([d.patch(a, { parentId: b }), d.patch(b, { parentId: a })])
  expect(answers.map((x) => x.status).sort()).toEqual([200, 422])
  const refused = answers.find((x) => x.status === 422)!
  expect(refused.body.errors).toEqual([
    { field: 'parentId', message: 'would make the ticket its own parent' },
  ])
})

it('a circle is seen through a wall that hides the ticket in between', async () => {
  const [top, hidden, low] = [await d.open(), await d.open(), await d.open()]
  await d.patch(hidden, { parentId: top })
  await d.patch(low, { parentId: hidden })
  await d.s.owner.query('update tickets set group_id = $2 where id = $1', [hidden, d.s.world.otherGroupId])
  expect((await d.read(hidden)).status).toBe(404)
  expect((await d.patch(top, { parentId: low })).body.errors).toMatchObject([{ field: 'parentId' }])
})

it('a ticket that is merged into one that stands deep below it leaves no circle', async () => {
  const from = await d.open()
  const between = await d.open({ parentId: from })
  const into = await d.open({ parentId: between })
  expect((await d.call(tech, 'POST', `/tickets/${from}/merge`, { into })).status).toBe(200)
  expect((await d.row(between)).parent_id).toBe(into)
  expect((await d.row(into)).parent_id).toBe(null)
  expect((await d.patch(into, { status: 'closed', children: 'close' })).status).toBe(200)
  expect((await d.row(between)).status_category).toBe('closed')
})

it('the database itself refuses a circle', async () => {
  const a = await d.open()
  const b = await d.open({ parentId: a })
  const circle = d.s.owner.query('update tickets set parent_id = $2 where id = $1', [a, b])
  await expect(circle).rejects.toMatchObject({ code: 'WKG04' })
})
