import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, type Person, startDesk } from '../testing/desk.ts'

// A rule that fails in a way that nobody foresaw: here the database refuses what it does by a fault of its own.

let d: Desk
let lead: Person
const SECRET = 'Quorvane'
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(['tickets:read', 'tickets:write', 'desk:settings'], {})
  await d.s.owner.query(`create function breaks() returns trigger language plpgsql as $$
    begin raise exception 'no room for ${SECRET}' using errcode = 'XX001'; end $$;
    create trigger breaks before update on tickets for each row when (new.urgency = 1) execute function breaks()`)
})
afterAll(() => d.s.stop())
afterEach(async () => {
  await d.s.owner.query('delete from ticket_rules; alter table tickets enable trigger breaks')
})

let n = 0
async function rule(actions: object, more: object = {}) {
  const body = { name: `Rule ${++n}`, on: 'made', position: n, actions, ...more }
  const made = await d.call(lead, 'POST', '/ticket-rules', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.id as string
}
const opened = async (body: object = {}) => {
  const id = await d.open(body)
  await runJobs(d.s)
  return id
}
/** What was put off is due now. */
async function later() {
  await d.s.owner.query('update ticket_happenings set due_at = now()')
  await d.s.owner.query(
    'update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts',
  )
  await runJobs(d.s)
}
const left = async () => (await d.s.owner.query('select attempts from ticket_happenings')).rows
const ranFor = async (id: string) => (await d.events('ticket.rule', id)).map((e) => e.facts.rule)
const failedFor = async (id: string) => (await d.events('ticket.rule-failed', id)).map((e) => e.facts)
const listed = async (id: string) =>
  (await d.call(lead, 'GET', '/ticket-rules')).body.items.find((r: { id: string }) => r.id === id)

describe('a rule that fails unexpectedly', () => {
  it('does nothing, keeps no other back, and is told of without a word of anybody’s', async () => {
    const before = await rule({ addTags: ['before'] })
    const fails = await rule({ addTags: [SECRET], urgency: 1, kind: 'internal', body: SECRET })
    const after = await rule({ addTags: ['after'] })
    const id = await opened()
    expect(await d.read(id)).toMatchObject({ tags: ['before', 'after'], urgency: 2, messageCount: 0 })
    expect(await ranFor(id)).toEqual([before, after])
    expect(await failedFor(id)).toEqual([
      { by: 'rule', rule: fails, on: 'made', code: 'XX001', attempt: 1, again: true },
    ])
    expect((await listed(fails)).failed).toEqual({ at: expect.any(String), code: 'XX001' })
    expect((await listed(after)).failed).toBeNull()
    const { rows } = await d.s.owner.query('select h::text as row from ticket_happenings h')
    expect(JSON.stringify([rows, await d.events('ticket.rule-failed', id)])).not.toContain(SECRET)
    // What happens meanwhile is dealt with, and the others do nothing twice when it is tried again.
    await d.patch(id, { tags: [] })
    await later()
    expect(await ranFor(id)).toEqual([before, after])
    expect((await failedFor(id)).map((f) => f.attempt)).toEqual([1, 2])
  })

  it('is done once what was in its way is gone', async () => {
    const fails = await rule({ urgency: 1 }, { on: 'changed', conditions: { changed: ['tags'] } })
    const id = await d.open()
    await d.patch(id, { tags: ['x'] })
    await runJobs(d.s)
    expect(await failedFor(id)).toHaveLength(1)
    await d.s.owner.query('alter table tickets disable trigger breaks')
    await later()
    expect((await d.read(id)).urgency).toBe(1)
    expect(await ranFor(id)).toEqual([fails])
    expect(await left()).toEqual([])
    // Saved anew, it has a clean slate.
    const { id: _, version, savedBy: __, failed, ...body } = await listed(fails)
    expect(failed).toMatchObject({ code: 'XX001' })
    await d.call(lead, 'PUT', `/ticket-rules/${fails}`, body, { 'if-match': `"${version}"` })
    expect((await listed(fails)).failed).toBeNull()
  })

  it('is given up after five attempts', async () => {
    await rule({ urgency: 1 })
    const id = await opened()
    for (let i = 0; i < 6; i++) await later()
    expect((await failedFor(id)).map((f) => [f.attempt, f.again])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, false],
    ])
    expect(await left()).toEqual([])
  })

  it('is not tried again when it was switched off or removed meanwhile', async () => {
    const [off, gone] = [await rule({ urgency: 1 }), await rule({ urgency: 1 })]
    const id = await opened()
    expect(await left()).toHaveLength(2)
    const { id: _, version, savedBy: __, failed: ___, ...body } = await listed(off)
    const to = { ...body, enabled: false }
    await d.call(lead, 'PUT', `/ticket-rules/${off}`, to, { 'if-match': `"${version}"` })
    expect((await d.call(lead, 'DELETE', `/ticket-rules/${gone}`)).status).toBe(204)
    await later()
    expect(await failedFor(id)).toHaveLength(2)
    expect(await left()).toEqual([])
  })

  it('keeps no other back where it does not even open', async () => {
    const broken = await rule({ addTags: ['never'] })
    await rule({ addTags: ['done'] })
    await d.s.owner.query("update ticket_rules set sealed_rule = '\\x00' where id = $1", [broken])
    const id = await opened()
    expect((await d.read(id)).tags).toEqual(['done'])
    expect(await failedFor(id)).toMatchObject([{ rule: broken, code: 'SealBroken' }])
  })
})
