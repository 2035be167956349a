import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, type Person, startDesk } from './testing/desk.ts'

// Required steps, and the ways in which a ticket ended without them.

let d: Desk
let lead: Person
let template: string
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(
    ['tickets:read', 'tickets:create', 'tickets:write', 'tickets:merge', 'desk:settings'],
    {},
  )
  const made = await d.call(lead, 'POST', '/ticket-types', { name: 'Retirement', flowId: await flowId() })
  const list = await d.call(lead, 'POST', '/checklist-templates', {
    name: 'Wipe',
    typeId: made.body.id,
    steps: [{ title: 'Disk destroyed', required: true, roleId: null, people: 1 }],
  })
  template = list.body.id
})
afterAll(() => d.s.stop())

const flowId = async () =>
  (await d.call(lead, 'GET', '/ticket-flows')).body.items.find((f: { name: string }) => f.name === 'Standard')
    .id as string
const attach = (id: string) => d.call(lead, 'POST', `/tickets/${id}/checklists`, { templateId: template })
const stepOf = async (id: string) => (await d.read(id)).steps[0].id as string
const step = async (id: string, action: string) =>
  d.call(lead, 'POST', `/tickets/${id}/steps/${await stepOf(id)}`, { action })
const openSteps = async (id: string) =>
  (await d.read(id)).steps.filter((x: { state: string }) => x.state === 'open').length as number

it('a merge into a closed ticket opens it again for what is still to be done', async () => {
  const [open, closed] = [await d.open(), await d.open()]
  await attach(open)
  expect((await d.patch(closed, { status: 'closed' })).status).toBe(200)
  expect((await d.call(lead, 'POST', `/tickets/${open}/merge`, { into: closed })).status).toBe(200)
  expect(await openSteps(closed)).toBe(1)
  expect((await d.row(closed)).status_category).toBe('open')
  expect((await d.patch(closed, { status: 'resolved' })).body.missing).toHaveLength(1)
})

it('what was done can’t be undone once the gate was passed with it, and nothing is added then', async () => {
  const id = await d.open()
  await attach(id)
  await step(id, 'done')
  expect((await d.patch(id, { status: 'resolved' })).status).toBe(200)
  expect((await step(id, 'undo')).body.type).toContain('ticket-ended')
  expect((await attach(id)).body.type).toContain('ticket-ended')
  expect((await d.patch(id, { status: 'closed' })).status).toBe(200)
  expect(await openSteps(id)).toBe(0)
})

it('a status that asks for the steps on the way does not stand in for the gate', async () => {
  const made = await d.call(lead, 'POST', '/ticket-flows', {
    name: 'With a check',
    statuses: [
      { key: 'new', name: 'New', category: 'new', next: ['checked'], requiresSteps: false },
      { key: 'checked', name: 'Checked', category: 'open', next: ['closed'], requiresSteps: true },
      { key: 'closed', name: 'Closed', category: 'closed', next: ['checked'], requiresSteps: true },
    ],
  })
  const type = await d.call(lead, 'POST', '/ticket-types', { name: 'Checked', flowId: made.body.id })
  const id = await d.open({ typeId: type.body.id })
  await attach(id)
  await step(id, 'done')
  expect((await d.patch(id, { status: 'checked' })).status).toBe(200)
  expect((await step(id, 'undo')).status).toBe(200)
  expect((await d.patch(id, { status: 'closed' })).status).toBe(409)
})

it('a type keeps a flow in which its tickets have their statuses', async () => {
  const other = await d.call(lead, 'POST', '/ticket-flows', {
    name: 'Other words',
    statuses: [
      { key: 'begun', name: 'Begun', category: 'open', next: ['new'], requiresSteps: false },
      { key: 'new', name: 'Gone', category: 'closed', next: ['begun'], requiresSteps: false },
    ],
  })
  const type = await d.call(lead, 'POST', '/ticket-types', { name: 'Moving', flowId: await flowId() })
  await d.open({ typeId: type.body.id })
  const { id, version, ...fields } = type.body
  const put = await d.call(
    lead,
    'PUT',
    `/ticket-types/${id}`,
    { ...fields, flowId: other.body.id },
    { 'if-match': `"${version}"` },
  )
  expect(put.status).toBe(422)
  expect(put.body.errors).toEqual([{ field: 'flowId', message: expect.stringContaining('new') }])
})

const typeOf = async (name: string, flow?: string) =>
  (await d.call(lead, 'POST', '/ticket-types', { name, flowId: flow ?? (await flowId()) })).body.id as string

it('a ticket that becomes of another type gets what that type asks for, once', async () => {
  const { rows } = await d.s.owner.query("select type_id from checklist_templates where name = 'Wipe'")
  const id = await d.open()
  const plain = (await d.row(id)).type_id
  expect((await d.patch(id, { typeId: rows[0].type_id })).body.steps).toMatchObject([
    { title: 'Disk destroyed', required: true },
  ])
  expect((await d.patch(id, { status: 'resolved' })).body.missing).toHaveLength(1)
  await d.patch(id, { typeId: plain })
  await d.patch(id, { typeId: rows[0].type_id })
  expect(await openSteps(id)).toBe(1)
  const many = await d.open()
  await d.call(d.tech, 'POST', '/tickets/bulk', { ids: [many], change: { typeId: rows[0].type_id } })
  expect(await openSteps(many)).toBe(1)
  expect(await d.events('ticket.checklist', many)).toHaveLength(1)
})

it('a type whose flow asks for no steps is no way around them', async () => {
  const lax = await d.call(lead, 'POST', '/ticket-flows', {
    name: 'Asks for nothing',
    statuses: [
      { key: 'new', name: 'New', category: 'open', next: ['closed'], requiresSteps: false },
      { key: 'closed', name: 'Closed', category: 'closed', next: ['new'], requiresSteps: false },
    ],
  })
  const question = await typeOf('Question', lax.body.id)
  const id = await d.open()
  await attach(id)
  const refused = await d.patch(id, { typeId: question })
  expect(refused.body.type).toContain('ticket-not-closable')
  expect(refused.body.missing).toMatchObject([{ kind: 'step', title: 'Disk destroyed' }])
  const bare = "update tickets set type_id = $2, status = 'new', status_category = 'open' where id = $1"
  await expect(d.s.owner.query(bare, [id, question])).rejects.toMatchObject({ code: 'WKG03' })
  const override = { reason: 'Opened by mistake' }
  expect((await d.patch(id, { typeId: question, override })).status).toBe(403)
  const may = await d.s.world.custom(['tickets:read', 'tickets:write', 'tickets:close-override'], {})
  expect((await d.patch(id, { typeId: question, override }, may)).status).toBe(200)
  expect(await d.events('ticket.close-override', id)).toMatchObject([{ facts: { steps: 1 } }])
  // Nothing left to do: any type will do.
  const done = await d.open()
  await attach(done)
  await step(done, 'done')
  expect((await d.patch(done, { typeId: question })).status).toBe(200)
})

it('a checklist put on by mistake is taken off while nothing of it is done, by who may go past the gate', async () => {
  const may = await d.s.world.custom(['tickets:read', 'tickets:write', 'tickets:close-override'], {})
  const id = await d.open()
  await attach(id)
  const { checklistId } = (await d.read(id)).steps[0]
  const remove = (who: Person, list = checklistId) =>
    d.call(who, 'POST', `/tickets/${id}/checklists/${list}/remove`, { reason: 'Not a retirement' })
  expect((await remove(lead)).status).toBe(403)
  await step(id, 'done')
  expect((await remove(may)).body.type).toContain('checklist-begun')
  await step(id, 'undo')
  expect((await remove(may)).body.steps).toEqual([])
  expect((await remove(may)).status).toBe(404)
  expect(await d.events('ticket.checklist-remove', id)).toMatchObject([{ facts: { required: 1 } }])
  expect((await d.patch(id, { status: 'resolved' })).status).toBe(200)
})
