import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, SUSPECT, startDesk } from './testing/desk.ts'

let d: Desk
beforeAll(async () => {
  d = await startDesk()
})
afterAll(() => d.s.stop())

const save = (body: object, who = d.tech) =>
  d.call(who, 'POST', '/tickets/export', { purpose: 'Monthly review', ...body })
const lines = (body: string) => parse(body, { bom: true, columns: true }) as Record<string, string>[]

it('a list is saved as it is shown, without messages, and the log says what for', async () => {
  const clientId = await d.client()
  const requester = { name: 'Rowan Hale', email: 'rowan@home.example' }
  const one = await d.open({ subject: '=cmd()', body: SUSPECT, tags: ['vpn', 'lab'], requester, clientId })
  const two = await d.open({ subject: 'Second', assigneeId: d.tech.id })
  await d.patch(two, { status: 'closed' })
  const { status, headers, body } = await save({ sort: 'created' })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(headers['content-disposition']).toMatch(/tickets-\d{4}-\d\d-\d\d\.csv/)
  expect(lines(body)).toMatchObject([
    { subject: 'Second', status: 'closed', assigned_to: 'technician', queue: expect.any(String) },
    {
      subject: "'=cmd()",
      tags: 'vpn, lab',
      requester: 'Rowan Hale',
      requester_email: 'rowan@home.example',
      phi: 'suspected',
      client_id: clientId,
    },
  ])
  expect(body).not.toContain('8145')
  const [event] = await d.events('ticket.export')
  expect(event).toMatchObject({ facts: { format: 'csv', tickets: 2 } })
  expect(event.objects).toEqual(expect.arrayContaining([one, two]))
  expect(JSON.stringify(event)).not.toContain('Monthly review')
})

it('holds what the filter and the walls leave, and asks what for', async () => {
  await d.open({ subject: 'Zebra crossing' })
  expect(lines((await save({ filter: { q: 'zebra' } })).body).map((r) => r.subject)).toEqual([
    'Zebra crossing',
  ])
  expect(lines((await save({ filter: { categories: ['closed'] } })).body)).toHaveLength(1)
  expect(lines((await save({ sort: 'due' })).body).length).toBeGreaterThan(2)
  const outside = await d.s.world.person('technician', 'outside')
  expect(lines((await save({}, outside)).body)).toEqual([])
  expect((await d.call(d.tech, 'POST', '/tickets/export', {})).body.errors).toMatchObject([
    { field: 'purpose' },
  ])
})
