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
