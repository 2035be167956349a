import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../../platform/ids.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'

let s: TestServer
let auditor: Person
let clinician: Person
let clientId: string
beforeAll(async () => {
  s = await startTestServer()
  auditor = await s.world.person('auditor', 'nowhere')
  clinician = await s.world.person('clinician')
  clientId = (
    await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Ola'] }] },
    })
  ).body.id
})
afterAll(() => s.stop())

const explain = (userId: string, client = clientId, who = auditor) =>
  s.call(who.token, 'GET', `/explain?userId=${userId}&clientId=${client}`)
const permission = async (user: Person, name: string) =>
  (await explain(user.id)).body.permissions.find((p: { permission: string }) => p.permission === name)

describe('the explanation', () => {
  it('agrees with what the routes of notes and identifiers do', async () => {
    const all = ['clients:read', 'notes:read', 'notes:write', 'identifiers:reveal']
    const cases = [{}, { note: 'read' }, { note: 'write' }, { identifier: 'read' }] as const
    for (const classes of cases)
      for (const where of ['inside', 'outside'] as const) {
        const user = await s.world.custom(all, { contact: 'read', ...classes }, where)
        const tries = {
          'notes:read': await s.call(user.token, 'GET', `/clients/${clientId}/notes`),
          'notes:write': await s.call(user.token, 'POST', `/clients/${clientId}/notes`, { text: 'n' }),
        }
        for (const [name, answer] of Object.entries(tries)) {
          const said = await permission(user, name)
          expect(said.allowed, `${name} ${where} ${JSON.stringify(classes)}`).toBe(answer.status < 300)
          expect(said.reasons.length).toBeGreaterThan(0)
        }
        const reveals = where === 'inside' && 'identifier' in classes
        expect((await permission(user, 'identifiers:reveal')).allowed).toBe(reveals)
      }
  })
  it('says who could open the client in an emergency, whatever the walls', async () => {
    const outsider = await s.world.person('clinician', 'outside')
    expect((await permission(outsider, 'break-glass:use')).allowed).toBe(true)
    expect((await permission(outsider, 'clients:read')).allowed).toBe(false)
    const desk = await s.world.person('receptionist', 'outside')
    expect(await permission(desk, 'break-glass:use')).toMatchObject({
      allowed: false,
      reasons: ['No role gives break-glass:use'],
    })
  })
  it('tells an open emergency access, and that it reads only', async () => {
    const outsider = await s.world.person('clinician', 'outside')
    await s.call(outsider.token, 'POST', '/break-glass', { clientId, reason: 'A true emergency' })
    const { body } = await explain(outsider.id)
    expect(body).toMatchObject({ allowed: true, access: 'read', classes: { clinical: { access: 'read' } } })
    expect(body.reasons.map((r: { code: string }) => r.code)).toContain('break-glass')
    expect(
      body.permissions.find((p: { permission: string }) => p.permission === 'clients:write').allowed,
    ).toBe(false)
  })
  it('tells a suspended account, and a role that counts from some networks only', async () => {
    const someone = await s.world.person('technician')
    await s.owner.query("update users set status = 'suspended' where id = $1", [someone.id])
    await s.owner.query("update roles set ip_allow_list = '{10.0.0.0/8}' where id = $1", [
      s.world.roleIds.technician,
    ])
    const { body } = await explain(someone.id)
    expect(body.allowed).toBe(false)
    expect(body.classes.contact.access).toBe('none')
    expect(body.reasons).toContainEqual({ code: 'account', allows: false, text: 'The account is suspended' })
    expect(body.reasons).toContainEqual({
      code: 'address',
      allows: true,
      text: 'Technician counts only from 10.0.0.0/8',
    })
  })
  it('of a group says what holds for each of its clients, to an administrator who sees none', async () => {
    const administrator = await s.world.person('administrator', 'nowhere')
    const ask = (query: string) =>
      s.call(administrator.token, 'GET', `/explain?userId=${clinician.id}&${query}`)
    const { body: ofGroup } = await ask(`groupId=${s.world.groupId}`)
    expect(ofGroup).toEqual((await ask(`clientId=${clientId}`)).body)
    expect(ofGroup).toMatchObject({ allowed: true, access: 'write' })
    const { body: ofOther } = await ask(`groupId=${s.world.otherGroupId}`)
    expect(ofOther).toMatchObject({ allowed: false, access: 'none' })
    // Emergency access is to one client, and says nothing of the group.
    const outsider = await s.world.person('clinician', 'outside')
    await s.call(outsider.token, 'POST', '/break-glass', { clientId, reason: 'A true emergency' })
    const group = await s.call(
      administrator.token,
      'GET',
      `/explain?userId=${outsider.id}&groupId=${s.world.groupId}`,
    )
    expect(group.body.allowed).toBe(false)
    for (const query of ['', `clientId=${clientId}&groupId=${s.world.groupId}`])
      expect((await ask(query)).body.errors[0].field).toBe('query.clientId')
    expect((await ask(`groupId=${uuidv7()}`)).status).toBe(404)
    const { rows } = await s.owner.query(
      "select object_id from audit_events where action = 'access.explain' and object_type = 'client-group' and object_id = $1",
      [s.world.groupId],
    )
    expect(rows.length).toBeGreaterThan(0)
  })
  it('is for who may explain, about what there is', async () => {
    expect((await explain(clinician.id, clientId, clinician)).status).toBe(403)
    expect((await explain(uuidv7())).status).toBe(404)
    expect((await explain(clinician.id, uuidv7())).status).toBe(404)
    const officer = await s.world.custom(['clients:create', 'clients:shred'], { contact: 'write' })
    const made = await s.call(officer.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Bo'] }] },
    })
    await s.call(officer.token, 'DELETE', `/clients/${made.body.id}`, { reason: 'asked for it' })
    expect((await explain(clinician.id, made.body.id)).status).toBe(410)
  })
})
