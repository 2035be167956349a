import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { random } from '../../demo/people.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { decide } from '../../platform/policy/decide.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'
import { questionAbout } from './explain.ts'

let s: TestServer
let admin: Person
let clinician: Person
let clientId: string
beforeAll(async () => {
  s = await startTestServer()
  admin = await s.world.person('administrator')
  clinician = await s.world.person('clinician')
  clientId = (
    await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Ola'] }] },
      clinical: { summary: 'x' },
    })
  ).body.id
})
afterAll(() => s.stop())

describe('roles', () => {
  it('are made, changed and deleted; a change counts with the next request', async () => {
    const made = await s.call(admin.token, 'POST', '/roles', {
      name: 'Scheduler',
      permissions: ['clients:read'],
      fieldClasses: { contact: 'read' },
    })
    expect(made.status).toBe(201)
    const someone = await s.world.person('technician')
    await s.call(admin.token, 'PATCH', `/users/${someone.id}`, { roleIds: [made.body.id] })
    expect(Object.keys((await s.call(someone.token, 'GET', `/clients/${clientId}`)).body)).not.toContain(
      'clinical',
    )
    await s.call(admin.token, 'PATCH', `/roles/${made.body.id}`, {
      fieldClasses: { contact: 'read', clinical: 'read' },
    })
    expect((await s.call(someone.token, 'GET', `/clients/${clientId}`)).body.clinical).toEqual({
      summary: 'x',
    })
    await s.call(admin.token, 'PATCH', `/roles/${made.body.id}`, { permissions: [] })
    expect((await s.call(someone.token, 'GET', `/clients/${clientId}`)).status).toBe(403)
    expect((await s.call(admin.token, 'DELETE', `/roles/${made.body.id}`)).status).toBe(409)
    await s.call(admin.token, 'PATCH', `/users/${someone.id}`, { roleIds: [] })
    expect((await s.call(admin.token, 'DELETE', `/roles/${made.body.id}`)).status).toBe(204)
  })
  it('refuse unknown permissions and classes, a taken name, and more power for one’s own role', async () => {
    expect(
      (await s.call(admin.token, 'POST', '/roles', { name: 'X', permissions: ['clients:everything'] }))
        .status,
    ).toBe(422)
    expect(
      (
        await s.call(admin.token, 'POST', '/roles', {
          name: 'X',
          permissions: [],
          fieldClasses: { secrets: 'read' },
        })
      ).status,
    ).toBe(422)
    expect((await s.call(admin.token, 'POST', '/roles', { name: 'Clinician', permissions: [] })).status).toBe(
      422,
    )
    const own = s.world.roleIds.administrator
    expect(
      (await s.call(admin.token, 'PATCH', `/roles/${own}`, { fieldClasses: { clinical: 'read' } })).status,
    ).toBe(403)
    expect(
      (await s.call(admin.token, 'PATCH', `/roles/${own}`, { permissions: ['users:manage', 'clients:read'] }))
        .status,
    ).toBe(403)
    expect(
      (await s.call(admin.token, 'PATCH', `/roles/${own}`, { permissions: ['users:read'] })).status,
    ).toBe(409)
    expect((await s.call(admin.token, 'GET', '/users')).status).toBe(200)
  })
  it('give nothing from an address that they do not list', async () => {
    const made = await s.call(admin.token, 'POST', '/roles', {
      name: 'On site',
      permissions: ['facilities:read'],
      ipAllowList: ['10.9.0.0/16'],
    })
    const someone = await s.world.person('technician')
    await s.call(admin.token, 'PATCH', `/users/${someone.id}`, { roleIds: [made.body.id] })
    expect((await s.call(someone.token, 'GET', '/facilities')).status).toBe(403)
    await s.call(admin.token, 'PATCH', `/roles/${made.body.id}`, { ipAllowList: ['127.0.0.0/8'] })
    expect((await s.call(someone.token, 'GET', '/facilities')).status).toBe(200)
  })
})

describe('walls', () => {
  it('open and close with the next request', async () => {
    const reader = await s.world.person('clinician', 'nowhere')
    const team = (await s.call(admin.token, 'POST', '/teams', { name: 'Readers', memberIds: [reader.id] }))
      .body
    const read = () => s.call(reader.token, 'GET', `/clients/${clientId}`)
    expect((await read()).status).toBe(404)
    expect(
      (await s.call(admin.token, 'PUT', `/walls/${team.id}/${s.world.groupId}`, { access: 'read' })).status,
    ).toBe(204)
    expect((await read()).body.access.write).toBe(false)
    expect(
      (
        await s.call(
          reader.token,
          'PATCH',
          `/clients/${clientId}`,
          { clinical: { summary: 'y' } },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(403)
    await s.call(admin.token, 'PUT', `/walls/${team.id}/${s.world.groupId}`, { access: 'none' })
    expect((await read()).status).toBe(404)
    expect((await s.call(admin.token, 'DELETE', `/teams/${team.id}`)).status).toBe(204)
  })
  it('keep a group that has clients', async () => {
    expect((await s.call(admin.token, 'DELETE', `/client-groups/${s.world.groupId}`)).status).toBe(409)
    const made = await s.call(admin.token, 'POST', '/client-groups', { name: 'Empty' })
    expect((await s.call(admin.token, 'DELETE', `/client-groups/${made.body.id}`)).status).toBe(204)
    expect((await s.call(admin.token, 'POST', '/client-groups', { name: 'North clinic' })).status).toBe(422)
  })
  it('agree with the pure decision, for random teams, walls and users', async () => {
    const rnd = random(11)
    const { orgId } = s.world
    const users = await Promise.all(Array.from({ length: 6 }, () => s.world.person('clinician', 'nowhere')))
    const groups = Array.from({ length: 4 }, () => uuidv7())
    const teams = Array.from({ length: 5 }, () => uuidv7())
    for (const [i, id] of groups.entries())
      await s.owner.query('insert into client_groups (org_id, id, name) values ($1, $2, $3)', [
        orgId,
        id,
        `random group ${i}`,
      ])
    const clients: string[] = []
    for (const g of groups) {
      await s.owner.query("insert into clients (org_id, id, kind, group_id) values ($1, $2, 'person', $3)", [
        orgId,
        uuidv7(),
        g,
      ])
      clients.push((await s.owner.query('select id from clients where group_id = $1', [g])).rows[0].id)
    }
    for (const [i, id] of teams.entries()) {
      await s.owner.query('insert into teams (org_id, id, name) values ($1, $2, $3)', [
        orgId,
        id,
        `random team ${i}`,
      ])
      for (const u of users)
        if (rnd() < 0.4)
          await s.owner.query('insert into team_members (org_id, team_id, user_id) values ($1, $2, $3)', [
            orgId,
            id,
            u.id,
          ])
      for (const g of groups)
        if (rnd() < 0.35)
          await s.owner.query('insert into walls values ($1, $2, $3, $4)', [
            orgId,
            id,
            g,
            rnd() < 0.5 ? 'read' : 'write',
          ])
    }
    await s.owner.query(
      "insert into break_glass (org_id, id, user_id, client_id, reason, expires_at) values ($1, $2, $3, $4, 'x', now() + interval '1 hour'), ($1, $5, $3, $6, 'x', now() - interval '1 hour')",
      [orgId, uuidv7(), users[0]!.id, clients[0], uuidv7(), clients[1]],
    )
    let opened = 0
    for (const u of users)
      for (const c of clients) {
        const facts = await s.services.db.withContext(
          { orgId, userId: null },
          (tx) => questionAbout(tx, u.id, { clientId: c }),
          'worker',
        )
        const says = (needs: 'read' | 'write') =>
          decide({ ...facts, permission: needs === 'read' ? 'clients:read' : 'clients:write', needs }).allowed
        const holds = await s.services.db.withContext({ orgId, userId: u.id }, async (tx) => ({
          read: (await tx.db.selectFrom('clients').select('id').where('id', '=', c).execute()).length === 1,
          write:
            (await tx.db.updateTable('clients').set({ version: 1 }).where('id', '=', c).executeTakeFirst())
              .numUpdatedRows === 1n,
        }))
        expect({ read: says('read'), write: says('write') }).toEqual(holds)
        if (holds.read) opened++
      }
    expect(opened).toBeGreaterThan(3)
    expect(opened).toBeLessThan(users.length * clients.length)
    await s.owner.query('delete from break_glass')
  })
})

describe('emergency access', () => {
  it('opens one client for reading, for an hour, with a reason, and is reviewed by another person', async () => {
    const outsider = await s.world.person('clinician', 'outside')
    const officer = await s.world.person('privacy-officer')
    expect((await s.call(outsider.token, 'GET', `/clients/${clientId}`)).status).toBe(404)
    expect((await s.call(outsider.token, 'POST', '/break-glass', { clientId, reason: 'short' })).status).toBe(
      422,
    )
    const opened = await s.call(outsider.token, 'POST', '/break-glass', {
      clientId,
      reason: 'Unconscious in the waiting room',
    })
    expect(opened.status).toBe(201)
    const seen = await s.call(outsider.token, 'GET', `/clients/${clientId}`)
    expect(seen.body.access.write).toBe(false)
    expect(
      (
        await s.call(
          outsider.token,
          'PATCH',
          `/clients/${clientId}`,
          { clinical: { summary: 'z' } },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(403)
    const { items } = (await s.call(officer.token, 'GET', '/break-glass')).body
    expect(items[0]).toMatchObject({ clientId, reason: 'Unconscious in the waiting room', outcome: null })
    const { rows } = await s.owner.query('select reason from break_glass')
    expect(Buffer.from(rows[0].reason, 'base64').toString('latin1')).not.toContain('Unconscious')
    expect(
      (
        await s.call(officer.token, 'POST', `/break-glass/${items[0].id}/review`, {
          outcome: 'justified',
          comment: 'Seen in the ED',
        })
      ).status,
    ).toBe(204)
    expect(
      (
        await s.call(officer.token, 'POST', `/break-glass/${items[0].id}/review`, {
          outcome: 'justified',
          comment: 'Again',
        })
      ).status,
    ).toBe(409)
    await s.owner.query("update break_glass set expires_at = now() - interval '1 second'")
    expect((await s.call(outsider.token, 'GET', `/clients/${clientId}`)).status).toBe(404)
  })
  it('is not reviewed by who took it', async () => {
    const both = await s.world.custom(
      ['break-glass:use', 'break-glass:review', 'clients:read'],
      { contact: 'read' },
      'outside',
    )
    const { id } = (
      await s.call(both.token, 'POST', '/break-glass', { clientId, reason: 'An emergency of my own' })
    ).body
    expect(
      (
        await s.call(both.token, 'POST', `/break-glass/${id}/review`, {
          outcome: 'justified',
          comment: 'fine',
        })
      ).status,
    ).toBe(403)
  })
})

describe('the explanation', () => {
  const explain = async (userId: string) =>
    (await s.call(admin.token, 'GET', `/explain?userId=${userId}&clientId=${clientId}`)).body
  it('says what a user may see, by which team and role, and what not and why', async () => {
    const yes = await explain(clinician.id)
    expect(yes).toMatchObject({ allowed: true, access: 'write', classes: { clinical: { access: 'write' } } })
    expect(JSON.stringify(yes.reasons)).toContain('North team')
    const outsider = await s.world.person('clinician', 'outside')
    const no = await explain(outsider.id)
    expect(no).toMatchObject({ allowed: false, access: 'none', classes: { clinical: { access: 'none' } } })
    expect(JSON.stringify(no.reasons)).toContain('No team of the user')
    const desk = await explain((await s.world.person('receptionist')).id)
    expect(desk.classes.clinical).toMatchObject({
      access: 'none',
      reasons: ['No role shows the class clinical'],
    })
    expect(JSON.stringify(yes)).not.toContain('Ola')
  })
  it('is recorded, with both ids', async () => {
    await explain(clinician.id)
    const { rows } = await s.owner.query(
      "select leaf from audit_events where action = 'access.explain' order by id desc limit 1",
    )
    expect(JSON.parse(rows[0].leaf).event).toMatchObject({
      object: { id: clientId },
      objects: [clinician.id],
    })
  })
})
