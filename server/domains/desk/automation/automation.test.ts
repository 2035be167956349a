import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { runJobs } from '../../../testing/jobs.ts'
import { type Desk, type Person, SUSPECT, startDesk } from '../testing/desk.ts'

let d: Desk
let lead: Person
beforeAll(async () => {
  d = await startDesk()
  lead = await d.s.world.custom(
    ['tickets:read', 'tickets:create', 'tickets:write', 'tickets:assign', 'desk:settings'],
    {},
  )
})
afterAll(() => d.s.stop())

let n = 0
const make = (rule: object, who = lead) =>
  d.call(who, 'POST', '/ticket-rules', { name: `Rule ${++n}`, on: 'made', ...rule })
async function rule(
  on: string,
  actions: object,
  conditions: object = {},
  more: object = {},
): Promise<string> {
  const made = await make({ on, actions, conditions, position: n, ...more })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.id
}
const work = () => runJobs(d.s)
/** What rules did and could not do, in the order in which they did. */
async function told(id: string) {
  const { rows } = await d.s.owner.query(
    "select leaf from audit_events where object_id = $1 and action in ('ticket.rule', 'ticket.rule-refused') order by id",
    [id],
  )
  return rows.map((r) => JSON.parse(r.leaf).event)
}
const ran = async (id: string) => (await told(id)).filter((e) => e.action === 'ticket.rule').length
const refusals = async (id: string) =>
  (await told(id)).filter((e) => e.action === 'ticket.rule-refused').map((e) => [e.facts.part, e.facts.why])
const bodies = async (id: string) =>
  (await d.read(id)).thread.items.map((m: { kind: string; body: string }) => `${m.kind}: ${m.body}`)

afterEach(async () => {
  await work()
  await d.s.owner.query('delete from ticket_rules')
})

describe('rules of the desk', () => {
  it('are made, changed in the version that was read, and removed by who edits the desk, each in the log', async () => {
    const whole = {
      name: 'Urgent first',
      on: 'changed',
      conditions: { priorities: [1, 2], unassigned: true, changed: ['priority'], tags: ['Net'] },
      actions: { kind: 'internal', body: 'Look at {{ticket.number}}', addTags: ['urgent'] },
      enabled: true,
      position: 0,
    }
    const made = await make(whole)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(made.body).toMatchObject({ ...whole, version: 1 })
    const { id } = made.body
    const put = (body: object, version: number) =>
      d.call(lead, 'PUT', `/ticket-rules/${id}`, body, { 'if-match': `"${version}"` })
    expect((await put({ ...whole, enabled: false }, 1)).body).toMatchObject({ enabled: false, version: 2 })
    expect((await put(whole, 1)).status).toBe(412)
    expect((await make({ name: 'Urgent first', actions: { urgency: 1 } })).body.errors[0].field).toBe('name')
    expect((await d.call(lead, 'GET', '/desk')).body.rules).toEqual([{ id, name: 'Urgent first' }])
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['DELETE', `/${id}`],
    ])
      expect((await d.call(d.tech, method!, `/ticket-rules${path}`, whole)).status).toBe(403)
    expect((await d.call(lead, 'DELETE', `/ticket-rules/${id}`)).status).toBe(204)
    for (const did of ['create', 'change', 'remove'])
      expect(await d.events(`ticket-rule.${did}`, id)).toHaveLength(1)
  })

  it('lie in the database without a word of their texts and tags', async () => {
    await rule('made', { body: 'Brundlewick', addTags: ['Snorfle'] }, { tags: ['Quorvane'] })
    const { rows } = await d.s.owner.query('select r::text as row from ticket_rules r')
    for (const word of ['Brundlewick', 'Snorfle', 'Quorvane'])
      expect(
        rows.some((r) => r.row.includes(word) || r.row.includes(Buffer.from(word).toString('hex'))),
      ).toBe(false)
  })

  it('are refused, by field, where they tell about a patient, do nothing, or name what is not there', async () => {
    const fieldOf = async (body: object) => {
      const refused = await make(body)
      expect(refused.status).toBe(422)
      expect(JSON.stringify(refused.body)).not.toContain('536-22')
      return refused.body.errors[0].field
    }
    const nothing = '00000000-0000-4000-8000-000000000000'
    expect(await fieldOf({ actions: { body: SUSPECT } })).toBe('actions.body')
    expect(await fieldOf({ name: SUSPECT, actions: { urgency: 1 } })).toBe('name')
    expect(await fieldOf({ actions: { urgency: 1 }, conditions: { tags: ['SSN 536-22-8145'] } })).toBe(
      'conditions.tags',
    )
    expect(await fieldOf({ actions: {} })).toBe('actions')
    expect(await fieldOf({ actions: { assignee: 'me' } })).toBe('actions.assignee')
    expect(await fieldOf({ actions: { queueId: nothing } })).toBe('actions.queueId')
    expect(await fieldOf({ actions: { urgency: 1 }, conditions: { clientIds: [nothing] } })).toBe(
      'conditions.clientIds',
    )
    expect(await fieldOf({ actions: { urgency: 1 }, conditions: { changed: ['tags'] } })).toBe(
      'conditions.changed',
    )
  })
})

describe('a rule', () => {
  it('does all that it says, by the system, and the history names it', async () => {
    const list = await d.call(lead, 'POST', '/checklist-templates', {
      name: 'Check the cable',
      steps: [{ title: 'Pull', required: false, roleId: null, people: 1 }],
    })
    const type = await d.call(lead, 'GET', '/ticket-types')
    // A status of another flow than the ticket's.
    const flow = await d.call(lead, 'POST', '/ticket-flows', {
      name: 'Elsewhere',
      statuses: [
        { key: 'elsewhere', name: 'Elsewhere', category: 'new', next: ['doing'] },
        { key: 'doing', name: 'Doing', category: 'open', next: ['over'] },
        { key: 'over', name: 'Over', category: 'closed', next: ['doing'] },
      ],
    })
    expect(flow.status, JSON.stringify(flow.body)).toBe(201)
    const id = await rule(
      'made',
      {
        impact: 1,
        urgency: 1,
        typeId: type.body.items.at(-1).id,
        assignee: d.tech.id,
        addTags: ['auto'],
        checklistIds: [list.body.id],
        kind: 'public',
        body: '{{organization.name}} works on {{ticket.number}}',
        status: 'elsewhere',
      },
      { channels: ['web'] },
    )
    const ticket = await d.open({ body: 'It hums', tags: ['mine'] })
    expect((await d.row(ticket)).priority).not.toBe(1)
    await work()
    const now = await d.read(ticket)
    expect(await refusals(ticket)).toEqual([['status', 'invalid-input']])
    expect(now).toMatchObject({ priority: 1, assigneeId: d.tech.id, tags: ['mine', 'auto'] })
    expect(now.typeId).toBe(type.body.items.at(-1).id)
    expect(now.steps.map((s: { title: string }) => s.title)).toContain('Pull')
    expect((await bodies(ticket)).at(-1)).toMatch(/^public: .+ works on \d+$/)
    // Nobody answered: the clock of the first response goes on.
    expect(now.firstResponseAt).toBeNull()
    for (const event of [...(await d.events('ticket.change', ticket)), ...(await told(ticket))])
      expect(event).toMatchObject({
        actor: { kind: 'system', userId: null },
        facts: { by: 'rule', rule: id },
      })
  })

  it('runs for what it is for and all of whose conditions hold', async () => {
    const client = await d.client()
    await rule('made', { addTags: ['both'] }, { clientIds: [client], tags: ['net', 'wifi'] })
    await rule('made', { addTags: ['off'] }, {}, { enabled: false })
    await rule('staff-reply', { addTags: ['answered'] })
    await rule('requester-reply', { addTags: ['waits'] })
    const tagsOf = async (id: string) => (await d.read(id)).tags
    const [one, other, untagged] = [
      await d.open({ clientId: client, tags: ['WiFi'] }),
      await d.open({ tags: ['wifi'] }),
      await d.open({ clientId: client, body: 'No tag' }),
    ]
    await work()
    expect(await tagsOf(one)).toEqual(['WiFi', 'both'])
    expect(await tagsOf(other)).toEqual(['wifi'])
    expect(await tagsOf(untagged)).toEqual([])
    // The first message is part of making it; a note is no reply; a reply is one, also where nothing else changes.
    await d.say(untagged, 'Between us')
    await work()
    expect(await tagsOf(untagged)).toEqual([])
    await d.say(untagged, 'First answer', { kind: 'public' })
    await d.say(other, 'First answer', { kind: 'public' })
    await work()
    await d.patch(other, { tags: [] })
    await d.say(other, 'Second answer', { kind: 'public' })
    await work()
    expect([await tagsOf(untagged), await tagsOf(other)]).toEqual([['answered'], ['answered']])
  })

  it('on a change knows what changed, and takes one change as one', async () => {
    await rule('changed', { kind: 'internal', body: 'Priority changed' }, { changed: ['priority'] })
    const id = await d.open()
    await d.patch(id, { tags: ['x'] })
    await work()
    expect(await ran(id)).toBe(0)
    await d.patch(id, { urgency: 1, status: 'in-progress' })
    await work()
    expect(await bodies(id)).toEqual(['internal: Priority changed'])
    // What only looks like a change: another key, a message.
    await d.say(id, 'A note')
    await work()
    expect(await ran(id)).toBe(1)
  })

  it('goes by what the rules before it did, in their order, and sets off none by itself', async () => {
    const [a, b] = [
      await rule('made', { addTags: ['second'] }, { tags: ['first'] }),
      await rule('made', { addTags: ['first'] }),
    ]
    await rule('changed', { addTags: ['looped'] })
    const one = await d.open()
    await work()
    expect((await d.read(one)).tags).toEqual(['first'])
    const { items } = (await d.call(lead, 'GET', '/ticket-rules')).body
    const {
      id: _,
      version,
      savedBy: __,
      failed: ___,
      ...body
    } = items.find((r: { id: string }) => r.id === a)
    const moved = await d.call(
      lead,
      'PUT',
      `/ticket-rules/${a}`,
      { ...body, position: 100 },
      { 'if-match': `"${version}"` },
    )
    expect(moved.status).toBe(200)
    expect((await d.call(lead, 'GET', '/ticket-rules')).body.items.map((r: { id: string }) => r.id)).toEqual([
      b,
      expect.anything(),
      a,
    ])
    const two = await d.open()
    await work()
    expect((await d.read(two)).tags).toEqual(['first', 'second'])
    await work()
    expect([await ran(one), await ran(two)]).toEqual([1, 2])
  })

  it('passes no gate and no wall; what is refused stands in the history, and the rest is done', async () => {
    const outsider = await d.s.world.person('technician', 'outside')
    await rule('made', {
      assignee: outsider.id,
      urgency: 1,
      status: 'closed',
      kind: 'internal',
      body: 'Seen',
    })
    const suspected = await d.open({ body: SUSPECT })
    await work()
    expect(await d.read(suspected)).toMatchObject({ assigneeId: null, urgency: 1, statusCategory: 'new' })
    expect((await bodies(suspected)).at(-1)).toBe('internal: Seen')
    expect((await refusals(suspected)).map(([part]) => part)).toEqual(['assignee', 'status'])
    expect(await d.events('ticket.close-override', suspected)).toEqual([])
    await d.s.owner.query('delete from ticket_rules')
    await rule('made', { status: 'resolved' })
    const [held, free] = [await d.open({ body: SUSPECT }), await d.open()]
    await work()
    expect(await refusals(held)).toEqual([['status', 'ticket-not-closable']])
    expect([(await d.row(held)).status_category, (await d.row(free)).status_category]).toEqual([
      'new',
      'resolved',
    ])
  })

  it('loses nothing when the server dies, and does nothing twice', async () => {
    await rule('made', { addTags: ['once'], kind: 'internal', body: 'Once' })
    const id = await d.open()
    // A server that died before anything committed: the job comes again, and so does what it is about.
    const { runRules } = await import('./run.ts')
    const job = { orgId: d.s.world.orgId, payload: { ticketId: id } } as never
    const { db } = d.s.services
    const dies: typeof db.withContext = (context, work, pool) =>
      db.withContext(
        context,
        async (tx) => {
          await work(tx)
          throw new Error('killed')
        },
        pool,
      )
    await expect(runRules({ ...d.s.services, db: { ...db, withContext: dies } }, job)).rejects.toThrow(
      'killed',
    )
    expect(await ran(id)).toBe(0)
    await runRules(d.s.services, job)
    await runRules(d.s.services, job)
    await work()
    expect(await ran(id)).toBe(1)
    expect(await bodies(id)).toEqual(['internal: Once'])
  })

  it('answers people of the portal too, in the organization’s name, and takes no rating for a reply', async () => {
    const clientId = await d.client()
    const parent = await d.s.world.portal({ clients: [clientId] })
    await rule('made', { kind: 'public', body: 'It came in' }, { channels: ['portal'] })
    await rule('requester-reply', { kind: 'public', body: 'Thank you' })
    const asked = { subject: 'A question', body: 'When is it?', clientId, facilityId: null }
    const { id } = (await d.s.call(parent, 'POST', '/portal/requests', asked)).body
    await work()
    const said = async () =>
      (await d.s.call(parent, 'GET', `/portal/requests/${id}`)).body.items.map(
        (m: { author: string; body: string }) => [m.author, m.body],
      )
    const { rows } = await d.s.owner.query('select name from organizations')
    expect(await said()).toEqual([
      [expect.any(String), 'When is it?'],
      [rows[0].name, 'It came in'],
    ])
    await d.s.call(parent, 'POST', `/portal/requests/${id}/messages`, { body: 'On Monday?' })
    await work()
    expect((await said()).at(-1)).toEqual([rows[0].name, 'Thank you'])
    await d.patch(id, { status: 'resolved' })
    const rated = await d.s.call(parent, 'PUT', `/portal/requests/${id}/rating`, {
      score: 3,
      comment: 'Fine',
    })
    expect(rated.status, JSON.stringify(rated.body)).toBeLessThan(300)
    await work()
    expect((await said()).filter(([, body]: string[]) => body === 'Thank you')).toHaveLength(1)
  })

  it('replies to one ticket five times a day at most', async () => {
    await rule('changed', { kind: 'public', body: 'Thank you' })
    const id = await d.open()
    for (let i = 0; i < 7; i++) {
      await d.patch(id, { urgency: (i % 3) + 1, impact: ((i + 1) % 3) + 1 })
      await work()
    }
    expect((await bodies(id)).length).toBe(5)
    expect(await refusals(id)).toEqual([
      ['message', 'too-many-replies'],
      ['message', 'too-many-replies'],
    ])
  })

  it('replies to one address twenty times a day at most, on whichever tickets', async () => {
    await rule('made', { kind: 'public', body: 'It came in' })
    const requester = { name: 'Old machine', email: 'robot@partner.example' }
    const ids: string[] = []
    for (let i = 0; i < 21; i++) {
      ids.push(await d.open({ requester }))
      await work()
    }
    const other = await d.open({ requester: { name: 'Somebody', email: 'somebody@partner.example' } })
    await work()
    expect([...(await refusals(ids[19]!)), ...(await refusals(other))]).toEqual([])
    expect(await refusals(ids[20]!)).toEqual([['message', 'too-many-replies']])
    expect(await bodies(ids[20]!)).toEqual([])
  })

  it('takes a tag for the same however it is written', async () => {
    await rule('made', { addTags: ['Printer', 'new'], removeTags: ['URGENT'] }, { tags: ['urgent'] })
    const id = await d.open({ tags: ['Urgent', 'printer'] })
    await work()
    expect((await d.read(id)).tags).toEqual(['printer', 'new'])
  })

  it('is tried on a ticket without doing anything, by who may see that ticket', async () => {
    const id = await d.open({ tags: ['net'] })
    const { number } = await d.read(id)
    const conditions = { tags: ['NET'], priorities: [1], unassigned: true }
    const trial = (body: object, who = lead) => d.call(who, 'POST', '/ticket-rules/test', body)
    expect((await trial({ number, conditions })).body).toEqual({
      ticketId: id,
      number,
      holds: false,
      conditions: [
        { condition: 'priorities', holds: false },
        { condition: 'unassigned', holds: true },
        { condition: 'tags', holds: true },
      ],
    })
    expect((await trial({ number: 99_999, conditions })).body.errors[0].field).toBe('number')
    const outside = await d.s.world.custom(['tickets:read', 'desk:settings'], {}, 'outside')
    expect((await trial({ number, conditions }, outside)).status).toBe(422)
    const blind = await d.s.world.custom(['desk:settings'], {})
    expect((await trial({ number, conditions }, blind)).status).toBe(403)
    expect(await d.events('ticket.rule-test', id)).toHaveLength(1)
  })
})
