import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, type Person, startDesk } from './testing/desk.ts'

let d: Desk
let tech: Person
let reception: Person
beforeAll(async () => {
  d = await startDesk()
  tech = d.tech
  reception = await d.s.world.person('receptionist')
})
afterAll(() => d.s.stop())

describe('a change of a ticket', () => {
  it('sets fields, derives the priority, keeps old and new values sealed, and tells the assignee', async () => {
    const id = await d.open()
    const changed = await d.patch(id, {
      subject: 'Printer burns',
      tags: ['fire'],
      impact: 1,
      urgency: 1,
      assigneeId: reception.id,
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(changed.body).toMatchObject({ subject: 'Printer burns', tags: ['fire'], priority: 1, version: 2 })
    const [event] = await d.events('ticket.change', id)
    expect(event.changes).toEqual([
      'ticket.subject',
      'ticket.tags',
      'ticket.impact',
      'ticket.urgency',
      'ticket.assigneeId',
    ])
    expect(JSON.stringify(event)).not.toContain('burns')
    expect(event.sealed.ticket).toBeTruthy()
    const told = await d.call(reception, 'GET', '/notifications')
    expect(told.body.items).toMatchObject([{ kind: 'assigned', ticketId: id, subject: 'Printer burns' }])
  })

  it('tells who changed what meanwhile', async () => {
    const id = await d.open()
    await d.patch(id, { impact: 1 }, reception)
    await d.patch(id, { status: 'in-progress' }, tech)
    const late = await d.patch(id, { urgency: 1 }, tech, 1)
    expect(late.status).toBe(412)
    expect(late.body.meanwhile).toMatchObject([
      { by: 'technician', changes: ['status'] },
      { by: 'receptionist', changes: ['impact'] },
    ])
    expect((await d.call(tech, 'PATCH', `/tickets/${id}`, { impact: 1 })).status).toBe(428)
  })

  it('follows the flow, keeps every span and counts what is opened again', async () => {
    const id = await d.open()
    expect((await d.patch(id, { status: 'nowhere' })).body.errors[0].field).toBe('status')
    for (const status of [
      'in-progress',
      'waiting-requester',
      'resolved',
      'in-progress',
      'resolved',
      'closed',
    ])
      expect((await d.patch(id, { status })).status, status).toBe(200)
    const refused = await d.patch(id, { status: 'waiting-requester' })
    expect(refused.status).toBe(409)
    expect(refused.body.type).toContain('status-not-next')
    const { rows } = await d.s.owner.query(
      'select status, to_at, from_at from ticket_status_spans where ticket_id = $1 order by from_at',
      [id],
    )
    expect(rows.map((r) => r.status)).toEqual([
      'new',
      'in-progress',
      'waiting-requester',
      'resolved',
      'in-progress',
      'resolved',
      'closed',
    ])
    for (let i = 1; i < rows.length; i++) expect(rows[i - 1].to_at).toEqual(rows[i].from_at)
    expect(rows.at(-1).to_at).toBeNull()
    expect((await d.row(id)).reopened_count).toBe(1)
  })

  it('needs the permission to assign, and names only what is there', async () => {
    const id = await d.open()
    expect((await d.patch(id, { assigneeId: tech.id }, reception)).status).toBe(403)
    for (const field of [
      'queueId',
      'typeId',
      'clientId',
      'contactId',
      'facilityId',
      'assigneeId',
      'teamId',
      'parentId',
    ]) {
      const refused = await d.patch(id, { [field]: d.s.world.orgId })
      expect(refused.status, field).toBe(422)
      expect(refused.body.errors[0].field).toBe(field)
    }
    expect((await d.patch(id, { parentId: id })).status).toBe(422)
    const child = await d.open({ parentId: id })
    expect((await d.patch(id, { parentId: child })).body.errors[0].field).toBe('parentId')
    expect(await d.versionOf(id)).toBe(1)
  })

  it('takes the ticket behind the wall of its client, and of its queue again', async () => {
    const clientId = await d.client()
    await d.s.owner.query('update clients set group_id = $2 where id = $1', [
      clientId,
      d.s.world.otherGroupId,
    ])
    const both = await d.s.world.custom(['tickets:read', 'tickets:write', 'clients:read'], {})
    await d.s.owner.query('insert into team_members (org_id, team_id, user_id) values ($1, $2, $3)', [
      d.s.world.orgId,
      d.s.world.outsideTeamId,
      both.id,
    ])
    const id = await d.open()
    expect((await d.patch(id, { clientId })).status).toBe(422)
    expect((await d.patch(id, { clientId }, both)).status).toBe(200)
    expect((await d.call(tech, 'GET', `/tickets/${id}`)).status).toBe(404)
    expect((await d.patch(id, { clientId: null }, both)).status).toBe(200)
    expect((await d.call(tech, 'GET', `/tickets/${id}`)).status).toBe(200)
  })

  it('goes on in the flow of another type', async () => {
    const admin = await d.s.world.person('administrator')
    const flow = await d.call(admin, 'POST', '/ticket-flows', {
      name: 'Short',
      statuses: [
        { key: 'todo', name: 'To do', category: 'new', next: ['doing'] },
        { key: 'doing', name: 'Doing', category: 'open', next: ['done'] },
        { key: 'done', name: 'Done', category: 'closed', next: ['doing'] },
      ],
    })
    expect(flow.status, JSON.stringify(flow.body)).toBe(201)
    const type = await d.call(admin, 'POST', '/ticket-types', { name: 'Chore', flowId: flow.body.id })
    const id = await d.open()
    await d.patch(id, { status: 'in-progress' })
    const moved = await d.patch(id, { typeId: type.body.id })
    expect(moved.body).toMatchObject({ status: 'doing', statusCategory: 'open', typeName: 'Chore' })
    // A status that tickets are in is not taken away.
    const cut = await d.call(
      admin,
      'PUT',
      `/ticket-flows/${flow.body.id}`,
      {
        name: 'Short',
        statuses: flow.body.statuses
          .filter((x: { key: string }) => x.key !== 'doing')
          .map((x: { next: string[] }) => ({ ...x, next: x.next.filter((n) => n !== 'doing') })),
      },
      { 'if-match': '"1"' },
    )
    expect(cut.status).toBe(422)
  })

  it('is done to many, each for itself', async () => {
    const ids = [await d.open({ tags: ['a', 'b'] }), await d.open(), d.s.world.orgId]
    await d.patch(ids[1]!, { status: 'resolved' })
    const bulk = await d.call(tech, 'POST', '/tickets/bulk', {
      ids,
      change: { status: 'waiting-requester', urgency: 1, addTags: ['c'], removeTags: ['a'] },
    })
    expect(bulk.body.results).toMatchObject([
      { id: ids[0], ok: true },
      { id: ids[1], ok: false, problem: { status: 409 } },
      { id: ids[2], ok: false, problem: { status: 404 } },
    ])
    expect((await d.read(ids[0]!)).tags).toEqual(['b', 'c'])
    // What failed changed nothing of its ticket.
    expect((await d.read(ids[1]!)).urgency).toBe(2)
    expect(await d.events('ticket.change', ids[0])).toHaveLength(1)
    const [whole] = (await d.events('ticket.bulk')).slice(-1)
    expect(whole.facts).toEqual({ done: 1, failed: 2 })
  })
})

describe('people around a ticket', () => {
  it('are told of mentions and of replies on what they watch, never of their own', async () => {
    const id = await d.open({}, reception)
    await d.say(id, 'Could you look?', { mentions: [reception.id, tech.id] })
    await d.say(id, 'To the requester', { kind: 'public' })
    const of = async (who: Person) =>
      (await d.call(who, 'GET', '/notifications')).body.items
        .filter((n: { ticketId: string }) => n.ticketId === id)
        .map((n: { kind: string }) => n.kind)
    expect(await of(reception)).toEqual(['reply', 'mention'])
    expect(await of(tech)).toEqual([])
    await d.call(tech, 'POST', `/tickets/${id}/watch`, { watching: true })
    await d.say(id, 'More', {}, reception)
    expect(await of(tech)).toEqual(['note'])
    const unread = async () => (await d.call(tech, 'GET', '/notifications/count')).body.unread
    const before = await unread()
    await d.call(tech, 'POST', '/notifications/read', { ticketId: id })
    expect(await unread()).toBe(before - 1)
  })

  it('are not told what a wall closes to them', async () => {
    const outside = await d.s.world.person('technician', 'outside')
    const id = await d.open()
    const refused = await d.say(id, 'psst', { mentions: [outside.id, reception.id, crypto.randomUUID()] })
    expect(refused.body.errors.map((e: { message: string }) => e.message).sort()).toEqual([
      'somebody does not see this ticket',
      'technician does not see this ticket',
    ])
    expect((await d.call(outside, 'GET', '/notifications')).body.items).toEqual([])
    expect((await d.call(outside, 'GET', '/notifications/count')).body.unread).toBe(0)
  })

  it('are given a ticket only where they may work on it, and named where they see it', async () => {
    const outside = await d.s.world.person('technician', 'outside')
    const admin = await d.s.world.person('administrator')
    const auditor = await d.s.world.custom(['tickets:read'], {})
    const id = await d.open()
    for (const { id: assigneeId } of [outside, admin, auditor]) {
      const refused = await d.patch(id, { assigneeId })
      expect(refused.body.errors).toEqual([{ field: 'assigneeId', message: expect.stringContaining('wall') }])
      expect((await d.call(tech, 'POST', '/tickets', { subject: 'x', assigneeId })).status).toBe(422)
      const bulk = await d.call(tech, 'POST', '/tickets/bulk', { ids: [id], change: { assigneeId } })
      expect(bulk.body.results[0].problem.status).toBe(422)
    }
    const team = await d.patch(id, { teamId: d.s.world.outsideTeamId })
    expect(team.body.errors).toMatchObject([{ field: 'teamId' }])
    const { items } = (await d.call(tech, 'GET', `/tickets/${id}/colleagues`)).body
    const of = (who: Person) => items.find((c: { id: string }) => c.id === who.id)?.works
    expect([of(tech), of(reception), of(auditor), of(outside), of(admin)]).toEqual([
      true,
      true,
      false,
      undefined,
      undefined,
    ])
    expect((await d.call(outside, 'GET', `/tickets/${id}/colleagues`)).status).toBe(404)
  })

  it('leave a ticket that goes behind a wall which does not let them through', async () => {
    const both = await d.s.world.person('technician')
    await d.s.owner.query('insert into team_members (org_id, team_id, user_id) values ($1, $2, $3)', [
      d.s.world.orgId,
      d.s.world.outsideTeamId,
      both.id,
    ])
    const clinician = await d.s.world.person('clinician', 'outside')
    const client = await d.call(clinician, 'POST', '/clients', {
      kind: 'person',
      groupId: d.s.world.otherGroupId,
      contact: { names: [{ given: ['Ida'], family: 'Sommerfeld' }] },
    })
    const id = await d.open({ assigneeId: tech.id, teamId: d.s.world.insideTeamId }, both)
    const moved = await d.patch(id, { clientId: client.body.id }, both)
    expect(moved.body).toMatchObject({ assigneeId: null, teamId: null, groupId: d.s.world.otherGroupId })
    const [event] = await d.events('ticket.change', id)
    expect(event.changes).toEqual(expect.arrayContaining(['ticket.assigneeId', 'ticket.teamId']))
  })

  it('see who else has it open, and who is writing', async () => {
    const id = await d.open()
    const here = (who: Person, state: string) => d.call(who, 'POST', `/tickets/${id}/presence`, { state })
    expect((await here(tech, 'viewing')).body.others).toEqual([])
    expect((await here(reception, 'writing')).body.others).toMatchObject([{ id: tech.id, writing: false }])
    expect((await here(tech, 'viewing')).body.others).toMatchObject([{ id: reception.id, writing: true }])
    await here(reception, 'left')
    expect((await here(tech, 'viewing')).body.others).toEqual([])
    const outside = await d.s.world.person('technician', 'outside')
    expect((await here(outside, 'viewing')).status).toBe(404)
  })
})
