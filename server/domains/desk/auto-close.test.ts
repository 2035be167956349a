import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeResolved } from './auto-close.ts'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'

let d: Desk
let lead: Person
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(['tickets:read', 'desk:settings'], {})
})
afterAll(() => d.s.stop())

const flow = async () =>
  (await d.call(lead, 'GET', '/ticket-flows')).body.items.find((f: { name: string }) => f.name === 'Standard')
async function after(days: number | undefined, of = 'resolved') {
  const { id, version, ...body } = await flow()
  const statuses = body.statuses.map((s: { key: string }) => {
    const { closesAfterDays: _, ...rest } = s as { key: string; closesAfterDays?: number }
    return s.key === of && days ? { ...rest, closesAfterDays: days } : rest
  })
  return d.call(lead, 'PUT', `/ticket-flows/${id}`, { ...body, statuses }, { 'if-match': `"${version}"` })
}
const ago = (id: string, days: number) =>
  d.s.owner.query('update tickets set updated_at = now() - make_interval(hours => $2) where id = $1', [
    id,
    days * 24 + 1,
  ])
const run = (atOnce?: number) =>
  closeResolved(d.s.services, { orgId: d.s.world.orgId, payload: {} } as never, atOnce)
const categoryOf = async (id: string) => (await d.row(id)).status_category

it('closes what was left alone in a resolved status for as long as the flow says, and nothing else', async () => {
  const [old, fresh, open] = [await d.open(), await d.open(), await d.open()]
  for (const id of [old, fresh]) expect((await d.patch(id, { status: 'resolved' })).status).toBe(200)
  await ago(old, 3)
  await ago(fresh, 1)
  await ago(open, 30)
  await run()
  expect(await categoryOf(old)).toBe('resolved')
  expect((await after(3)).status).toBe(200)
  await run()
  expect([await categoryOf(old), await categoryOf(fresh), await categoryOf(open)]).toEqual([
    'closed',
    'resolved',
    'new',
  ])
  const [, event] = await d.events('ticket.status', old)
  expect(event).toMatchObject({ actor: { kind: 'system' }, facts: { to: 'closed', by: 'flow', days: 3 } })
  // Somebody wrote: the days begin anew.
  await ago(fresh, 3)
  await d.say(fresh, 'Works again?', { kind: 'public' })
  await run()
  expect(await categoryOf(fresh)).toBe('resolved')
})

it('goes past no gate, and lets one ticket hold up no other', async () => {
  await after(2)
  const [suspected, plain] = [await d.open({ body: SUSPECT }), await d.open()]
  await d.patch(plain, { status: 'resolved' })
  const may = await d.s.world.custom(['tickets:read', 'tickets:close-override'], {})
  const past = { status: 'resolved', reason: 'Looked at on paper' }
  expect((await d.call(may, 'POST', `/tickets/${suspected}/close-override`, past)).status).toBe(200)
  const child = await d.open({ parentId: plain })
  for (const id of [suspected, plain]) await ago(id, 2)
  // One at a time: what is held back comes first, being older, and the other has its turn all the same.
  await run(1)
  expect(await categoryOf(plain)).toBe('closed')
  expect(await categoryOf(child)).toBe('new')
  expect(await d.events('ticket.close-override', suspected)).toHaveLength(1)
})

it('is refused where it leads nowhere', async () => {
  const refused = await after(2, 'in-progress')
  expect(refused.body.errors).toMatchObject([{ field: 'statuses.1.closesAfterDays' }])
  expect((await after(undefined)).status).toBe(200)
  expect((await flow()).statuses.some((s: { closesAfterDays?: number }) => s.closesAfterDays)).toBe(false)
})
