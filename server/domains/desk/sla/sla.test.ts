import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { criteriaOf } from './policy.ts'
import { TARGET, type TestDesk, testDesk } from './testing/desk.ts'

const MIN = 60_000
let d: TestDesk
beforeAll(async () => {
  d = await testDesk()
})
afterAll(() => d.s.stop())

const reply = (id: string, body: object = {}) =>
  d.s.call(d.tech.token, 'POST', `/tickets/${id}/messages`, { kind: 'public', body: 'We are on it', ...body })
const near = (at: Date, expected: number) => expect(Math.abs(at.getTime() - expected)).toBeLessThan(MIN)

describe('the clocks of a ticket', () => {
  it('begin with it, by the policy that every organization starts with', async () => {
    const id = await d.open()
    const c = await d.clocks(id)
    expect(c).toMatchObject({ response_state: 'running', resolution_state: 'running' })
    expect(Number(c.response_target)).toBe(240 * MIN)
    expect(c.next_due_at).toEqual(c.response_due_at)
    expect(await d.alarm(id, 'response')).toBe(c.response_alarm_at.getTime())
    const seen = await d.s.call(d.tech.token, 'GET', `/tickets/${id}/sla`)
    expect(seen.body).toMatchObject({
      policy: { name: 'Standard' },
      response: { state: 'running', targetMinutes: 240, dueAt: c.response_due_at.toISOString() },
    })
    expect((await d.s.call(d.outside.token, 'GET', `/tickets/${id}/sla`)).status).toBe(404)
  })
  it('are due later by as long as the ticket waits, and go on when it is reopened', async () => {
    await d.policy()
    const id = await d.open()
    const created = Date.now()
    await d.age(id, 30)
    near((await d.clocks(id)).resolution_due_at, created + 90 * MIN)
    expect((await reply(id, { status: 'waiting-requester' })).status).toBe(201)
    const waiting = await d.clocks(id)
    expect(waiting).toMatchObject({ response_state: 'met', resolution_state: 'paused', next_due_at: null })
    expect(await d.alarm(id, 'resolution')).toBeNull()
    await d.age(id, 600)
    await reply(id, { status: 'in-progress' })
    near((await d.clocks(id)).resolution_due_at, Date.now() + 90 * MIN)
    await reply(id, { status: 'resolved' })
    expect(await d.clocks(id)).toMatchObject({ resolution_state: 'met', resolution_alarm_at: null })
    await d.age(id, 6000)
    await reply(id, { status: 'in-progress' })
    near((await d.clocks(id)).resolution_due_at, Date.now() + 90 * MIN)
  })
  it('follow an edited policy and calendar, for all open tickets, with progress', async () => {
    const policyId = await d.policy({ targets: [{ ...TARGET, aroundTheClock: false }] })
    const ids = await Promise.all([d.open(), d.open(), d.open()])
    const done = await d.s.call(d.admin.token, 'GET', '/sla/sweep')
    expect(done.body).toMatchObject({ finishedAt: expect.any(String) })
    const before = await d.clocks(ids[0]!)
    const change = (path: string, body: object, version = 1) =>
      d.s.call(d.admin.token, 'PATCH', path, body, { 'if-match': `"${version}"` })
    const targets = [{ ...TARGET, resolutionMinutes: 600, aroundTheClock: true }]
    expect((await change(`/sla/policies/${policyId}`, { targets })).status).toBe(200)
    expect((await d.s.call(d.admin.token, 'GET', '/sla/sweep')).body).toMatchObject({ finishedAt: null })
    expect((await d.clocks(ids[0]!)).resolution_due_at).toEqual(before.resolution_due_at)
    await d.jobs()
    for (const id of ids) near((await d.clocks(id)).resolution_due_at, Date.now() + 600 * MIN)
    const swept = (await d.s.call(d.admin.token, 'GET', '/sla/sweep')).body
    expect(swept.done).toBe(swept.total)
    expect(swept.finishedAt).not.toBeNull()

    // By the calendar now, then with a holiday today: tomorrow at the earliest.
    await change(`/sla/policies/${policyId}`, { targets: [{ ...TARGET, aroundTheClock: false }] }, 2)
    const list = await d.s.call(d.admin.token, 'GET', '/sla/calendars')
    const calendar = list.body.items[0]
    const day = [{ from: '00:00', to: '24:00' }]
    const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }
    const whole = await change(`/sla/calendars/${calendar.id}`, { weekly }, calendar.version)
    expect(whole.status).toBe(200)
    await d.jobs()
    near((await d.clocks(ids[0]!)).resolution_due_at, Date.now() + 120 * MIN)
    const today = Temporal.Now.plainDateISO('America/New_York')
    const holidays = [0, 1].map((days) => ({ date: today.add({ days }).toString(), name: 'Closed' }))
    await change(`/sla/calendars/${calendar.id}`, { holidays }, whole.body.version)
    await d.jobs()
    const opens = today.add({ days: 2 }).toZonedDateTime('America/New_York').epochMilliseconds
    near((await d.clocks(ids[0]!)).resolution_due_at, opens + 120 * MIN)
    // By the organization's zone, unless the calendar names another.
    const zone = (timeZone: string) => d.s.call(d.admin.token, 'PATCH', '/organization', { timeZone })
    expect((await zone('Mars/Base')).body.errors[0].field).toBe('timeZone')
    expect((await zone('asia/tokyo')).body.timeZone).toBe('Asia/Tokyo')
    await d.jobs()
    const there = today.add({ days: 2 }).toZonedDateTime('Asia/Tokyo').epochMilliseconds
    const openNow = Temporal.Now.plainDateISO('Asia/Tokyo').since(today).days > 1
    if (!openNow) near((await d.clocks(ids[0]!)).resolution_due_at, there + 120 * MIN)
    await zone('America/New_York')
    await change(`/sla/calendars/${calendar.id}`, { holidays: [] }, whole.body.version + 1)
  })
  it('of a merged ticket stop, and count neither way', async () => {
    await d.policy()
    const [a, b] = [await d.open(), await d.open()]
    const merged = await d.s.call(d.tech.token, 'POST', `/tickets/${a}/merge`, { into: b })
    expect(merged.status, JSON.stringify(merged.body)).toBeLessThan(300)
    expect(await d.clocks(a)).toMatchObject({
      resolution_state: 'stopped',
      resolution_decided_at: null,
      next_due_at: null,
      response_alarm_at: null,
    })
    expect(await d.clocks(b)).toMatchObject({ resolution_state: 'running' })
  })
  it('of a first response stop with an answer that a merge brings, from when it was given', async () => {
    await d.policy()
    const say = (id: string) =>
      d.s.call(d.tech.token, 'POST', `/tickets/${id}/messages`, { kind: 'public', body: 'It is the tray' })
    const merge = async (from: string, into: string) =>
      expect((await d.s.call(d.tech.token, 'POST', `/tickets/${from}/merge`, { into })).status).toBe(200)
    // The same asked twice: the second was answered in time, and goes into the first.
    const [first, second] = [await d.open(), await d.open()]
    expect((await say(second)).status).toBe(201)
    await d.age(second, 10)
    await d.age(first, 90)
    expect(await d.clocks(first)).toMatchObject({ response_state: 'breached' })
    await merge(second, first)
    const answered = (await d.clocks(second)).response_stopped_at
    expect(await d.clocks(first)).toMatchObject({ response_state: 'breached', response_stopped_at: answered })
    // Answered before this one was even asked: it waited for nothing.
    const [third, late] = [await d.open(), await d.open()]
    await say(third)
    await d.age(third, 90)
    await merge(third, late)
    expect(await d.clocks(late)).toMatchObject({
      response_state: 'met',
      response_elapsed: 0,
      response_alarm_at: null,
    })
    // One that was answered itself keeps its own answer.
    const [fourth, own] = [await d.open(), await d.open()]
    await say(own)
    const { response_stopped_at } = await d.clocks(own)
    await say(fourth)
    await d.age(fourth, 30)
    await merge(fourth, own)
    expect(await d.clocks(own)).toMatchObject({ response_stopped_at })
  })
  it('follow a ticket into another client group', async () => {
    const policyId = await d.policy({ groupIds: [d.s.world.otherGroupId] })
    const id = await d.open()
    expect((await d.clocks(id)) ?? null).toBeNull()
    const context = { orgId: d.s.world.orgId, userId: null }
    await d.s.services.db.withContext(
      context,
      (tx) =>
        tx.db.updateTable('tickets').set({ group_id: d.s.world.otherGroupId }).where('id', '=', id).execute(),
      'worker',
    )
    await d.jobs()
    expect(await d.clocks(id)).toMatchObject({ policy_id: policyId, response_state: 'running' })
  })
})

describe('alarms', () => {
  const rules = [
    { on: 'warning', clock: 'both', notify: { assignee: true } },
    { on: 'breach', clock: 'resolution', notify: { team: true }, raisePriority: true },
  ]
  it('warn once, then tell the breach once, with an event each, and raise the priority', async () => {
    await d.policy({
      targets: [TARGET, { ...TARGET, priority: 2, responseMinutes: 30, resolutionMinutes: 60 }],
      warnPercents: [50, 75],
      actions: rules,
    })
    const id = await d.open({ assigneeId: d.tech.id, teamId: d.s.world.insideTeamId })
    await reply(id)
    await d.jobs()
    expect(await d.notified(id)).toEqual([])
    await d.age(id, 70)
    await d.jobs()
    await d.jobs()
    expect(await d.notified(id)).toEqual([d.tech.id])
    expect(await d.events('ticket.sla-warning', id)).toMatchObject([
      { facts: { clock: 'resolution', percent: 50 }, actor: { kind: 'system' } },
    ])
    expect(await d.alarm(id, 'resolution')).toBeGreaterThan(Date.now() + 15 * MIN)
    await d.age(id, 60)
    await d.jobs()
    const told = await d.notified(id)
    expect(told).toHaveLength(2 + (await members()) - 1)
    expect(await d.events('ticket.sla-breach', id)).toHaveLength(1)
    expect(await d.events('ticket.change', id)).toMatchObject([
      { facts: { by: 'sla' }, changes: ['ticket.urgency'], actor: { kind: 'system' } },
    ])
    const { rows } = await d.s.owner.query('select priority, impact, urgency from tickets where id = $1', [
      id,
    ])
    expect(rows[0].priority).toBe(2)
    expect(rows[0].impact + rows[0].urgency - 1).toBe(2)
    // What the higher priority asks for is overdue too, and was told already.
    await d.jobs()
    await d.jobs()
    expect(await d.events('ticket.sla-breach', id)).toHaveLength(1)
    expect(await d.notified(id)).toEqual(told)
  })
  it('that are stale tell nothing: it looks again when it rings', async () => {
    await d.policy({ actions: rules })
    const id = await d.open({ assigneeId: d.tech.id })
    const ringNow = () =>
      d.s.owner.query('update graphile_worker._private_jobs set run_at = now() where key like $1', [
        `%${id}%`,
      ])
    await ringNow()
    await d.jobs()
    expect(await d.notified(id)).toEqual([])
    // It rang for nothing, and is set again for when there will be something.
    expect(await d.alarm(id, 'response')).toBe((await d.clocks(id)).response_alarm_at.getTime())
    await d.age(id, 50)
    await reply(id, { status: 'waiting-requester' })
    await ringNow()
    await d.jobs()
    expect(await d.notified(id)).toEqual([])
    expect(await d.events('ticket.sla-warning', id)).toEqual([])
  })
  it('are armed again when the ticket gets more time than it had', async () => {
    const policyId = await d.policy({ actions: rules })
    const id = await d.open({ assigneeId: d.tech.id })
    await reply(id)
    await d.age(id, 100)
    await d.jobs()
    expect(await d.events('ticket.sla-warning', id)).toHaveLength(1)
    const targets = [{ ...TARGET, resolutionMinutes: 1000 }]
    await d.s.call(d.admin.token, 'PATCH', `/sla/policies/${policyId}`, { targets }, { 'if-match': '"1"' })
    await d.jobs()
    expect((await d.clocks(id)).fired).toEqual([])
    await d.age(id, 700)
    await d.jobs()
    expect(await d.events('ticket.sla-warning', id)).toHaveLength(2)
  })
  it('reassign to a team that a wall lets through, and tell nobody behind a wall', async () => {
    await d.policy({
      actions: [
        {
          on: 'breach',
          clock: 'response',
          notify: { userIds: [d.outside.id, d.tech.id] },
          reassignTeamId: d.s.world.outsideTeamId,
        },
      ],
    })
    const { orgId, groupId, insideTeamId } = d.s.world
    const late = async () => {
      const id = await d.open({ assigneeId: d.tech.id, teamId: insideTeamId })
      await d.age(id, 61)
      await d.jobs()
      expect(await d.notified(id)).toEqual([d.tech.id])
      const { rows } = await d.s.owner.query(
        'select team_id, assignee_id, version from tickets where id = $1',
        [id],
      )
      return rows[0]
    }
    expect(await late()).toEqual({ team_id: insideTeamId, assignee_id: d.tech.id, version: 1 })
    const empty = await d.s.owner.query(
      "insert into teams (org_id, id, name) values ($1, gen_random_uuid(), 'Second line') returning id",
      [orgId],
    )
    const teamId = empty.rows[0].id
    await d.s.owner.query(
      "insert into walls (org_id, team_id, group_id, access) values ($1, $2, $3, 'write')",
      [orgId, teamId, groupId],
    )
    await d.policy({
      actions: [
        {
          on: 'breach',
          clock: 'response',
          notify: { userIds: [d.outside.id, d.tech.id] },
          reassignTeamId: teamId,
        },
      ],
    })
    expect(await late()).toEqual({ team_id: teamId, assignee_id: null, version: 2 })
  })
  it('tell nobody whose roles show them no tickets, though a wall lets them through', async () => {
    const blind = await d.s.world.custom(['clients:read'], {})
    const notify = { team: true, userIds: [blind.id] }
    await d.policy({ actions: [{ on: 'breach', clock: 'response', notify }] })
    const id = await d.open({ teamId: d.s.world.insideTeamId })
    await d.age(id, 61)
    await d.jobs()
    const told = await d.notified(id)
    expect(told).toContain(d.tech.id)
    expect(told).not.toContain(blind.id)
  })
  const members = async () =>
    (
      await d.s.owner.query('select count(*)::int as n from team_members where team_id = $1', [
        d.s.world.insideTeamId,
      ])
    ).rows[0].n as number
})

describe('settings', () => {
  const post = (path: string, body: object) => d.s.call(d.admin.token, 'POST', path, body)
  const fields = (answer: { body: { errors?: { field: string }[] } }) =>
    answer.body.errors?.map((e) => e.field)
  const nine = [{ from: '09:00', to: '17:00' }]

  it('refuse what can not be counted with, by field', async () => {
    const make = (over: object) => post('/sla/calendars', { name: 'Shop', weekly: { mon: nine }, ...over })
    expect(fields(await make({ weekly: {} }))).toEqual(['weekly'])
    expect(fields(await make({ timeZone: 'Mars/Base' }))).toEqual(['timeZone'])
    expect(fields(await make({ weekly: { mon: [...nine, { from: '16:00', to: '18:00' }] } }))).toEqual([
      'weekly.mon.1',
    ])
    const day = { date: '2030-12-25', name: 'Christmas' }
    expect(fields(await make({ holidays: [day, day] }))).toEqual(['holidays.1.date'])
    expect(fields(await make({ name: 'Office hours' }))).toEqual(['name'])
    const made = await make({ timeZone: 'europe/berlin' })
    expect(made.body).toMatchObject({ timeZone: 'Europe/Berlin', zone: 'Europe/Berlin', version: 1 })

    const policy = (over: object) =>
      post('/sla/policies', { name: 'Gold', calendarId: made.body.id, targets: [TARGET], ...over })
    expect(fields(await policy({ targets: [TARGET, TARGET] }))).toEqual(['targets'])
    expect(fields(await policy({ targets: [{ ...TARGET, responseMinutes: 121 }] }))).toEqual([
      'targets.0.responseMinutes',
    ])
    expect(fields(await policy({ targets: [{ ...TARGET, resolutionMinutes: 525_601 }] }))).toEqual([
      'targets.0.resolutionMinutes',
    ])
    const far = { ...TARGET, resolutionMinutes: 525_600, aroundTheClock: false }
    expect(fields(await policy({ targets: [far] }))).toEqual(['targets.0'])
    expect(fields(await policy({ groupIds: [d.tech.id] }))).toEqual(['groupIds'])
    expect(fields(await policy({ clientIds: [d.tech.id] }))).toEqual(['clientIds'])
    expect(fields(await policy({ pauseStatuses: ['on-holiday'] }))).toEqual(['pauseStatuses'])
    expect(fields(await policy({ actions: [{ on: 'warning', clock: 'both', percent: 60 }] }))).toEqual([
      'actions.0.percent',
    ])
    const gold = await policy({ active: false })
    expect(gold.status).toBe(201)
    const remove = await d.s.call(d.admin.token, 'DELETE', `/sla/calendars/${made.body.id}`)
    expect(remove.status).toBe(409)
    const old = await d.s.call(
      d.admin.token,
      'PATCH',
      `/sla/policies/${gold.body.id}`,
      { name: 'Silver' },
      { 'if-match': '"7"' },
    )
    expect(old.status).toBe(412)
    expect((await d.s.call(d.admin.token, 'DELETE', `/sla/policies/${gold.body.id}`)).status).toBe(204)
    expect((await d.s.call(d.admin.token, 'DELETE', `/sla/calendars/${made.body.id}`)).status).toBe(204)
    expect(await d.events('sla-policy.remove', gold.body.id)).toHaveLength(1)
  })
  it('show beforehand which policy a ticket comes under, why, and when it would be due', async () => {
    const general = await d.policy({ name: 'General' })
    const urgent = await post('/sla/policies', {
      name: 'Urgent only',
      calendarId: (await d.s.owner.query('select calendar_id from sla_policies limit 1')).rows[0].calendar_id,
      priorities: [1],
      targets: [{ ...TARGET, priority: 1 }],
    })
    expect(urgent.body.position).toBeLessThan(0)
    const settler = await d.s.world.custom(['desk:settings', 'tickets:read'], {})
    const id = await d.open()
    const seen = await d.s.call(settler.token, 'POST', '/sla/preview', { ticket: { id } })
    expect(seen.body.policy).toEqual({ id: general, name: 'General' })
    expect(seen.body.considered[0]).toMatchObject({ name: 'Urgent only', fits: false })
    expect(seen.body.considered[0].criteria).toContainEqual({ criterion: 'priority', fits: false })
    expect(seen.body.response.dueAt).toBe((await d.clocks(id)).response_due_at.toISOString())
    const as = (priority: number) => ({
      priority,
      typeId: d.s.world.typeId,
      groupId: d.s.world.groupId,
      createdAt: new Date().toISOString(),
    })
    const might = await d.s.call(settler.token, 'POST', '/sla/preview', { ticket: as(1) })
    expect(might.body.policy.name).toBe('Urgent only')
    const policy = { calendarId: urgent.body.calendarId, targets: [{ ...TARGET, resolutionMinutes: 90 }] }
    const draft = await d.s.call(settler.token, 'POST', '/sla/preview', { ticket: { id }, policy })
    expect(draft.body).toMatchObject({ policy: { id: null }, resolution: { targetMinutes: 90 } })
    expect((await d.s.call(d.admin.token, 'POST', '/sla/preview', { ticket: { id } })).status).toBe(404)
    const order = await d.s.call(d.admin.token, 'GET', '/sla/policies')
    const ids = order.body.items.map((p: { id: string }) => p.id).reverse()
    const turned = await d.s.call(d.admin.token, 'PUT', '/sla/policies/order', { ids })
    expect(turned.body.items.map((p: { id: string }) => p.id)).toEqual(ids)
    expect((await d.s.call(d.admin.token, 'PUT', '/sla/policies/order', { ids: [general] })).status).toBe(422)
  })
  it('choose in the database as the explanation says', async () => {
    const { groupId, otherGroupId, typeId } = d.s.world
    const lists = {
      groupIds: [[], [groupId], [otherGroupId]],
      priorities: [[], [3], [1, 2]],
      typeIds: [[], [typeId]],
    }
    for (const groupIds of lists.groupIds)
      for (const priorities of lists.priorities)
        for (const typeIds of lists.typeIds) {
          const id = await d.policy({ groupIds, priorities, typeIds })
          const ticket = await d.open()
          const fits = criteriaOf(
            { active: true, clientIds: [], groupIds, priorities, typeIds },
            { clientId: null, groupId, priority: 3, typeId },
          ).every((c) => c.fits)
          expect((await d.clocks(ticket))?.policy_id ?? null).toBe(fits ? id : null)
        }
  })
})
