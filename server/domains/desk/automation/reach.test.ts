import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, type Person, startDesk } from '../testing/desk.ts'

const EDITS = ['tickets:read', 'tickets:create', 'tickets:write', 'tickets:assign', 'desk:settings']
let d: Desk
let lead: Person
let outsider: Person
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(EDITS, {})
  outsider = await d.s.world.custom(EDITS, {}, 'outside')
})
afterAll(() => d.s.stop())
afterEach(async () => {
  await runJobs(d.s)
  await d.s.owner.query('delete from ticket_rules')
})

let n = 0
const make = async (who: Person, actions: object, more: object = {}) => {
  const body = { name: `Rule ${++n}`, on: 'made', actions, ...more }
  const made = await d.call(who, 'POST', '/ticket-rules', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}
const put = async (
  who: Person,
  {
    id,
    version,
    savedBy: _,
    failed: __,
    ...rule
  }: { id: string; version: number; savedBy: unknown; failed: unknown },
  change: object = {},
) =>
  (await d.call(who, 'PUT', `/ticket-rules/${id}`, { ...rule, ...change }, { 'if-match': `"${version}"` }))
    .body
const opened = async (body: object = {}) => {
  const id = await d.open(body)
  await runJobs(d.s)
  return id
}
const said = async (id: string) => (await d.read(id)).thread.items.length

describe('a rule reaches as far as who stands for it', () => {
  it('and does nothing behind a wall that is closed to them: no move, no reply, no word in the history', async () => {
    const theirs = await d.call(outsider, 'POST', '/queues', {
      name: 'Theirs',
      groupId: d.s.world.otherGroupId,
    })
    expect(theirs.status, JSON.stringify(theirs.body)).toBe(201)
    const all = {
      queueId: theirs.body.id,
      kind: 'public',
      body: 'Write to me instead',
      addTags: ['taken'],
      status: 'resolved',
    }
    await make(outsider, all)
    const id = await opened()
    expect((await d.call(outsider, 'GET', `/tickets/${id}`)).status).toBe(404)
    expect(await d.read(id)).toMatchObject({ statusCategory: 'new', tags: [] })
    expect(await said(id)).toBe(0)
    expect([...(await d.events('ticket.rule', id)), ...(await d.events('ticket.rule-refused', id))]).toEqual(
      [],
    )
    // Nor does one of somebody inside take a ticket out, behind a wall that they do not pass.
    await make(lead, { queueId: theirs.body.id, addTags: ['stays'] })
    const stays = await opened()
    expect(await d.read(stays)).toMatchObject({ tags: ['stays'] })
    expect((await d.events('ticket.rule-refused', stays)).map((e) => e.facts)).toMatchObject([
      { part: 'queue', why: 'forbidden' },
    ])
  })

  it('nor what their roles do not let them, nor what a token is cut down from', async () => {
    const settles = await d.s.world.custom(['desk:settings'], {})
    expect(await make(settles, { addTags: ['settled'] })).toMatchObject({ savedBy: null })
    const cut = await d.s.world.custom(EDITS, {})
    await d.s.owner.query("update service_tokens set scopes = '{desk:settings}' where user_id = $1", [cut.id])
    expect(await make(cut, { addTags: ['borrowed'] })).toMatchObject({ savedBy: null })
    expect((await d.read(await opened())).tags).toEqual([])
  })

  it('nor assigns where they may not: refused when it is saved, and when it runs', async () => {
    const actions = { addTags: ['written'], assignee: d.tech.id }
    const writes = await d.s.world.custom(['desk:settings', 'tickets:write'], {})
    const refused = await d.call(writes, 'POST', '/ticket-rules', { name: 'Assigns', on: 'made', actions })
    expect([refused.status, refused.body.errors?.[0].field]).toEqual([422, 'actions.assignee'])
    const loses = await d.s.world.custom(EDITS, {})
    await make(loses, actions)
    await d.s.owner.query(
      `update roles set permissions = array_remove(permissions, 'tickets:assign')
        where id in (select role_id from user_roles where user_id = $1)`,
      [loses.id],
    )
    expect(await d.read(await opened())).toMatchObject({ tags: ['written'], assigneeId: null })
  })

  it('as they are when it runs: who left stands for nothing, until somebody saves it again', async () => {
    const leaves = await d.s.world.custom(EDITS, {})
    const rule = await make(leaves, { addTags: ['done'] })
    expect(rule.savedBy).toMatchObject({ id: leaves.id, stands: true })
    await d.s.owner.query("update users set status = 'suspended' where id = $1", [leaves.id])
    expect((await d.read(await opened())).tags).toEqual([])
    const [listed] = (await d.call(lead, 'GET', '/ticket-rules')).body.items
    expect(listed.savedBy).toMatchObject({ id: leaves.id, stands: false })
    expect((await put(lead, listed)).savedBy).toMatchObject({ id: lead.id, stands: true })
    expect((await d.read(await opened())).tags).toEqual(['done'])
  })

  it('and is theirs still when another only switches it or puts it elsewhere; who changes what it says stands for it', async () => {
    const rule = await make(lead, { addTags: ['mine'] })
    const off = await put(outsider, rule, { enabled: false, position: 7 })
    expect(off).toMatchObject({ enabled: false, position: 7, savedBy: { id: lead.id } })
    expect(await put(outsider, off, { enabled: true, actions: { addTags: ['yours'] } })).toMatchObject({
      savedBy: { id: outsider.id },
    })
    expect((await d.read(await opened())).tags).toEqual([])
  })
})

describe('conditions and actions', () => {
  it('know whether a ticket has a client', async () => {
    await make(lead, { addTags: ['whose?'] }, { conditions: { hasClient: false } })
    await make(lead, { addTags: ['known'] }, { conditions: { hasClient: true } })
    expect((await d.read(await opened())).tags).toEqual(['whose?'])
    expect((await d.read(await opened({ clientId: await d.client() }))).tags).toEqual(['known'])
  })

  it('name statuses of a flow and people who work here', async () => {
    const portal = await d.s.world.portal({ clients: [await d.client()] })
    const { rows } = await d.s.owner.query("select id from users where kind = 'portal' limit 1")
    expect(portal).toBeTruthy()
    for (const [rule, field] of [
      [{ actions: { status: 'no-such' } }, 'actions.status'],
      [{ actions: { urgency: 1 }, conditions: { statuses: ['open', 'no-such'] } }, 'conditions.statuses'],
      [{ actions: { assignee: rows[0].id } }, 'actions.assignee'],
    ] as const) {
      const refused = await d.call(lead, 'POST', '/ticket-rules', { name: 'Bad', on: 'made', ...rule })
      expect([refused.status, refused.body.errors?.map((e: { field: string }) => e.field)]).toEqual([
        422,
        expect.arrayContaining([field]),
      ])
    }
  })
})
