import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, type Person, startDesk } from '../testing/desk.ts'

let d: Desk
let colleague: Person
beforeAll(async () => {
  d = await startDesk()
  colleague = await d.s.world.person('technician')
})
afterAll(() => d.s.stop())

const inHours = (h: number) => new Date(Date.now() + h * 3_600_000).toISOString()
const set = (id: string, at: string, who = d.tech) => d.call(who, 'PUT', `/tickets/${id}/reminder`, { at })
const get = async (id: string, who = d.tech) =>
  (await d.call(who, 'GET', `/tickets/${id}/reminder`)).body.reminder
const jobKey = (id: string) => `${d.s.world.orgId}:ticket.remind:${id}`
/** As if its hour had come. */
async function due(id: string): Promise<void> {
  await d.s.owner.query('update ticket_reminders set at = now() where ticket_id = $1', [id])
  await d.s.owner.query('update graphile_worker._private_jobs set run_at = now() where key = $1', [
    jobKey(id),
  ])
  await runJobs(d.s)
}
const told = async (who: Person) =>
  (await d.call(who, 'GET', '/notifications')).body.items
    .filter((n: { kind: string }) => n.kind === 'reminder')
    .map((n: { ticketId: string }) => n.ticketId)

it('opens what waits, tells whoever set it and whoever has it, once', async () => {
  const id = await d.open({ assigneeId: colleague.id })
  await d.patch(id, { status: 'waiting-requester' })
  expect((await set(id, inHours(24))).body.reminder).toMatchObject({ setBy: { id: d.tech.id } })
  await runJobs(d.s)
  expect((await d.row(id)).status_category).toBe('waiting')
  await due(id)
  expect((await d.row(id)).status_category).toBe('open')
  expect(await get(id)).toBeNull()
  expect(await told(d.tech)).toEqual([id])
  expect(await told(colleague)).toEqual([id])
  expect(await d.events('ticket.remind', id)).toHaveLength(1)
  expect((await d.events('ticket.status', id)).at(-1).facts).toMatchObject({ reminder: true })
})

it('is moved and taken back', async () => {
  const id = await d.open()
  await set(id, inHours(1))
  const later = inHours(48)
  await set(id, later, colleague)
  expect(await get(id)).toMatchObject({ at: later, setBy: { id: colleague.id } })
  const jobs = () =>
    d.s.owner.query('select 1 from graphile_worker._private_jobs where key = $1', [jobKey(id)])
  expect((await jobs()).rowCount).toBe(1)
  expect((await d.call(d.tech, 'DELETE', `/tickets/${id}/reminder`)).status).toBe(204)
  expect((await jobs()).rowCount).toBe(0)
  expect((await d.call(d.tech, 'DELETE', `/tickets/${id}/reminder`)).status).toBe(404)
})

it('leaves alone what has ended, and is for no time that is past', async () => {
  const id = await d.open()
  await set(id, inHours(1))
  await d.patch(id, { status: 'resolved' })
  await due(id)
  expect((await d.row(id)).status_category).toBe('resolved')
  expect(await get(id)).toBeNull()
  expect((await set(id, inHours(1))).body.type).toContain('ticket-ended')
  const other = await d.open()
  for (const at of [inHours(-1), inHours(24 * 365 * 3)])
    expect((await set(other, at)).body.errors).toMatchObject([{ field: 'at' }])
})

it('stands behind the ticket’s wall', async () => {
  const id = await d.open()
  await set(id, inHours(1))
  const outside = await d.s.world.person('technician', 'outside')
  const reader = await d.s.world.custom(['tickets:read'], {})
  expect((await d.call(outside, 'GET', `/tickets/${id}/reminder`)).status).toBe(404)
  expect((await set(id, inHours(2), outside)).status).toBe(404)
  expect((await d.call(outside, 'DELETE', `/tickets/${id}/reminder`)).status).toBe(404)
  expect((await set(id, inHours(2), reader)).status).toBe(403)
  expect(await get(id, reader)).toMatchObject({ setBy: { id: d.tech.id } })
})
