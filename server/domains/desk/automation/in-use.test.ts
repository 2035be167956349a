import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, type Person, startDesk } from '../testing/desk.ts'
import { rulesInUse } from './in-use.ts'

let d: Desk
let lead: Person
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(['tickets:read', 'tickets:write', 'desk:settings'], {})
})
afterAll(() => d.s.stop())

const make = async (name: string, more: object = {}) => {
  const body = { name, on: 'made', actions: { addTags: [name] }, ...more }
  return (await d.call(lead, 'POST', '/ticket-rules', body)).body
}
/** What a ticket is given by the rules of now. */
const given = async () => {
  const id = await d.open()
  await runJobs(d.s)
  return (await d.read(id)).tags
}
/** How many statements it takes to know the rules. */
async function asked(): Promise<string[]> {
  const names: string[] = []
  const { db, keys } = d.s.services
  await db.withContext(
    { orgId: d.s.world.orgId, userId: null },
    (tx) => {
      const run: typeof tx.run = (statement, values) => {
        names.push(statement.name)
        return tx.run(statement, values)
      }
      return rulesInUse(keys, { ...tx, run }, ['made'])
    },
    'worker',
  )
  return names
}

it('opens rules once, and anew with whatever changes in them, from whichever process', async () => {
  expect(await asked()).toEqual(['ticket-rules-state'])
  const one = await make('one')
  expect(await given()).toEqual(['one'])
  expect(await asked()).toEqual(['ticket-rules-state'])
  const two = await make('two', { position: 5 })
  expect(await given()).toEqual(['one', 'two'])
  const put = async (rule: Record<string, unknown>, change: object) => {
    const { id, version, savedBy: _, failed: __, ...body } = rule
    const path = `/ticket-rules/${id}`
    const done = await d.call(lead, 'PUT', path, { ...body, ...change }, { 'if-match': `"${version}"` })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    return done.body
  }
  const moved = await put(one, { position: 9 })
  expect(await given()).toEqual(['two', 'one'])
  const off = await put(moved, { enabled: false })
  expect(await given()).toEqual(['two'])
  await put(off, { enabled: true, actions: { addTags: ['three'] } })
  expect(await given()).toEqual(['two', 'three'])
  await d.call(lead, 'DELETE', `/ticket-rules/${two.id}`)
  expect(await given()).toEqual(['three'])
  // Past the application, too.
  await d.s.owner.query("update ticket_rules set happening = 'changed'")
  expect(await given()).toEqual([])
  expect(await asked()).toEqual(['ticket-rules-state', 'ticket-rules-in-use'])
  expect(await asked()).toEqual(['ticket-rules-state'])
})
