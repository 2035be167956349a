import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, type Person, startDesk } from './testing/desk.ts'

// Short texts stand uncovered: what tells about a patient is refused in each of them, by its field, and not repeated.

const TELLING = 'Chart of Wanda Quellenbrunn, SSN 536-22-8145'
let d: Desk
let lead: Person
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(
    [
      'tickets:read',
      'tickets:write',
      'tickets:create',
      'desk:settings',
      'time:write',
      'contracts:manage',
      'clients:read',
    ],
    { contact: 'read' },
  )
})
afterAll(() => d.s.stop())

const refused = ({ status, body }: { status: number; body: { errors: unknown } }, field: string) => {
  expect(status, JSON.stringify(body)).toBe(422)
  expect(body.errors).toMatchObject([{ field }])
  expect(JSON.stringify(body)).not.toMatch(/Wanda|536-22/)
}
const make = (body: object) => d.call(d.tech, 'POST', '/tickets', { subject: 'Printer', ...body })

it('on a ticket: its subject, its tags, alone or side by side, and its requester', async () => {
  const id = await d.open({ subject: 'Printer', body: 'x', tags: ['vpn'] })
  refused(await make({ subject: TELLING }), 'subject')
  refused(await make({ tags: ['vpn', TELLING] }), 'tags')
  refused(await make({ tags: ['SSN', '536-22-8145'] }), 'tags')
  refused(await make({ requester: { name: TELLING } }), 'requester.name')
  refused(await d.patch(id, { subject: TELLING }), 'subject')
  refused(await d.patch(id, { tags: [TELLING] }), 'tags')
  refused(await d.patch(id, { requester: { name: TELLING } }), 'requester.name')
  const bulk = { ids: [id], change: { addTags: [TELLING] } }
  refused(await d.call(d.tech, 'POST', '/tickets/bulk', bulk), 'change.addTags')
  const ticket = await d.read(id)
  expect([ticket.subject, ticket.tags, ticket.requester]).toEqual(['Printer', ['vpn'], null])
})

it('what people write there every day is none of it', async () => {
  const subjects = [
    'Label printer 7.14.3 fails at 10.20.4.11',
    'Theo Brandt can’t sign in',
    'Invoice 2026-00419',
  ]
  for (const subject of subjects) expect((await make({ subject })).status, subject).toBe(201)
  const requester = { name: 'Dr. Wanda Quellenbrunn', email: 'wanda@clinic.example' }
  expect((await make({ tags: ['radiology', 'printer', 'vip'], requester })).status).toBe(201)
})

describe('around tickets', () => {
  it('a note on a step', async () => {
    const list = { name: 'Wipe', steps: [{ title: 'Disk', required: true, roleId: null, people: 1 }] }
    const made = await d.call(lead, 'POST', '/checklist-templates', list)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const id = await d.open()
    const [step] = (await d.read(id)).steps
    const act = (note: string) =>
      d.call(d.tech, 'POST', `/tickets/${id}/steps/${step.id}`, { action: 'done', note })
    refused(await act(TELLING), 'note')
    expect((await d.read(id)).steps[0].state).toBe('open')
    expect((await act('Serial 8H2K-22, shredded on site')).status).toBe(200)
  })
  it('views and macros, which others read', async () => {
    const view = { name: 'Mine', filter: {} }
    refused(await d.call(d.tech, 'POST', '/ticket-views', { ...view, name: TELLING }), 'name')
    refused(await d.call(d.tech, 'POST', '/ticket-views', { ...view, filter: { q: TELLING } }), 'filter.q')
    refused(await d.call(d.tech, 'POST', '/ticket-macros', { name: 'Done', body: TELLING }), 'body')
    refused(await d.call(d.tech, 'POST', '/ticket-macros', { name: 'Done', addTags: [TELLING] }), 'addTags')
  })
  it('names of settings, which stand in the clear', async () => {
    const { groupId } = d.s.world
    refused(await d.call(lead, 'POST', '/queues', { name: TELLING, groupId }), 'name')
    const steps = [{ title: TELLING, required: true, roleId: null, people: 1 }]
    refused(await d.call(lead, 'POST', '/checklist-templates', { name: 'List', steps }), 'steps.0.title')
    refused(
      await d.call(lead, 'POST', '/sla/calendars', { name: TELLING, alwaysOpen: true, weekly: {} }),
      'name',
    )
    const contract = {
      clientId: await d.client(),
      startsOn: '2026-01-01',
      period: 'month',
      includedMinutes: 60,
    }
    refused(
      await d.call(lead, 'POST', '/contracts', { ...contract, rollover: 'none', name: TELLING }),
      'name',
    )
  })
  it('a note on working time, which goes out with invoices', async () => {
    const time = { date: new Date().toISOString().slice(0, 10), minutes: 5 }
    refused(await d.call(lead, 'POST', `/tickets/${await d.open()}/time`, { ...time, note: TELLING }), 'note')
  })
})
