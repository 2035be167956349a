import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'

let d: Desk
let officer: Person
beforeAll(async () => {
  d = await startDesk()
  officer = await d.s.world.custom(['tickets:read', 'tickets:write', 'files:purge', 'files:clear'], {})
})
afterAll(() => d.s.stop())

const history = async (id: string, who = d.tech) =>
  (await d.call(who, 'GET', `/tickets/${id}/history`)).body.items

it('shows who changed what, from what to what, and why', async () => {
  const id = await d.open({ subject: 'Before', body: SUSPECT })
  await d.patch(id, { subject: 'After', urgency: 1 })
  const { items } = (await d.read(id)).thread
  await d.call(officer, 'POST', `/tickets/${id}/messages/${items[0].id}/clear`, { reason: 'A part number' })
  const list = await history(id)
  expect(list.map((e: { action: string }) => e.action)).toEqual([
    'ticket.message-clear',
    'ticket.read',
    'ticket.change',
    'ticket.create',
  ])
  const { number } = await d.read(id)
  expect(list[0]).toMatchObject({
    reason: 'A part number',
    textHidden: false,
    object: { label: `#${number}` },
  })
  expect(list[2].changes).toEqual([
    { field: 'ticket.subject', class: null, from: 'Before', to: 'After' },
    { field: 'ticket.urgency', class: null, from: 2, to: 1 },
  ])
  expect(await d.events('ticket.history', id)).toHaveLength(1)
})

it('leaves out who merely looked, where changes alone are asked for, over pages', async () => {
  const id = await d.open({ subject: 'Much looked at' })
  await d.patch(id, { urgency: 1 })
  for (let i = 0; i < 5; i++) await d.read(id)
  await d.patch(id, { status: 'in-progress' })
  const of = async (query: string) => (await d.call(d.tech, 'GET', `/tickets/${id}/history?${query}`)).body
  const actions = (page: { items: { action: string }[] }) => page.items.map((e) => e.action)
  const first = await of('changes=true&limit=2')
  expect(actions(first)).toEqual(['ticket.status', 'ticket.change'])
  expect(first.items[0].facts).toMatchObject({ from: 'new', to: 'in-progress' })
  const rest = await of(`changes=true&limit=2&cursor=${first.nextCursor}`)
  expect(actions(rest)).toEqual(['ticket.create'])
  expect(rest.nextCursor).toBe(null)
  expect(actions(await of('limit=50'))).toContain('ticket.read')
})

it('keeps the names of what changed before a purge, and no value', async () => {
  const id = await d.open({ subject: 'Before', body: SUSPECT })
  await d.patch(id, { subject: 'After' })
  const { items } = (await d.read(id)).thread
  await d.call(officer, 'POST', `/tickets/${id}/messages/${items[0].id}/purge`, {
    reason: 'Not ours to keep',
  })
  const change = (await history(id)).find((e: { action: string }) => e.action === 'ticket.change')
  expect(change.changes).toEqual([{ field: 'ticket.subject', class: null }])
})

it('shows nothing beyond the wall: neither there, nor in the log, whose readers see no texts of tickets they don’t see', async () => {
  const outside = await d.s.world.person('technician', 'outside')
  const id = await d.open({ body: SUSPECT })
  const { items } = (await d.read(id)).thread
  await d.call(officer, 'POST', `/tickets/${id}/messages/${items[0].id}/clear`, {
    reason: 'About Mrs Winterbourne',
  })
  expect((await d.call(outside, 'GET', `/tickets/${id}/history`)).status).toBe(404)
  for (const who of [
    await d.s.world.person('privacy-officer', 'outside'),
    await d.s.world.person('auditor'),
  ]) {
    const { body } = await d.call(who, 'GET', `/audit/events?objectId=${id}`)
    expect(body.items.length).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toContain('Winterbourne')
  }
  const inside = await d.s.world.person('privacy-officer')
  expect(JSON.stringify((await d.call(inside, 'GET', `/audit/events?objectId=${id}`)).body)).toContain(
    'Winterbourne',
  )
})

it('keeps covered what a message was suspected for, before and after it was edited', async () => {
  const id = await d.open()
  const plain = (await d.say(id, 'The tray is open')).body.id
  const edit = (message: string, body: string, version: number) =>
    d.call(d.tech, 'PATCH', `/tickets/${id}/messages/${message}`, { body }, { 'if-match': `"${version}"` })
  expect((await edit(plain, SUSPECT, 1)).body.suspected).toBe(true)
  expect((await edit(plain, 'The tray is shut', 2)).body.suspected).toBe(false)
  const list = await history(id)
  expect(JSON.stringify(list)).toContain('The tray is open')
  expect(JSON.stringify(list)).toContain('The tray is shut')
  expect(JSON.stringify(list)).not.toContain('8145')
})
