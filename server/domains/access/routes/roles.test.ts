import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_PERMISSIONS } from '../../../platform/policy/permissions.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'

let s: TestServer
let admin: Person
beforeAll(async () => {
  s = await startTestServer()
  admin = await s.world.person('administrator')
})
afterAll(() => s.stop())
const make = (role: object) => s.call(admin.token, 'POST', '/roles', { permissions: [], ...role })
const change = (who: Person, id: string | undefined, body: object) =>
  s.call(who.token, 'PATCH', `/roles/${id}`, body)

describe('roles', () => {
  it('name every permission there is', async () => {
    const { body } = await s.call(admin.token, 'GET', '/permissions')
    expect(body.items.map((p: { name: string }) => p.name)).toEqual(ALL_PERMISSIONS)
    expect(body.items[0]).toEqual({
      name: 'clients:read',
      description: expect.any(String),
      resource: 'clients',
    })
    expect(body.fieldClasses).toContain('clinical')
  })
  it('say how many hold them, and stay while somebody does', async () => {
    const id = s.world.roleIds.auditor
    await s.world.person('auditor')
    await s.world.person('auditor')
    const { body } = await s.call(admin.token, 'GET', '/roles')
    expect(body.items.find((r: { id: string }) => r.id === id).userCount).toBe(2)
    const answer = await s.call(admin.token, 'DELETE', `/roles/${id}`)
    expect(answer).toMatchObject({ status: 409, body: { detail: '2 users hold it.' } })
  })
  it('take networks only, and cut off what stands beyond their mask', async () => {
    for (const bad of ['10.0.0.0/33', '300.1.1.1', 'fe80::1%eth0', 'office', '', '10.0.0.0/8/8'])
      expect((await make({ name: `bad ${bad}`, ipAllowList: [bad] })).status, bad).toBe(422)
    const made = await make({ name: 'Networks', ipAllowList: ['10.1.2.3/8', '192.0.2.7', '2001:db8::1/32'] })
    expect(made.body.ipAllowList).toEqual(['10.0.0.0/8', '192.0.2.7/32', '2001:db8::/32'])
    const changed = await change(admin, made.body.id, { ipAllowList: ['172.16.9.9/12'] })
    expect(changed.body.ipAllowList).toEqual(['172.16.0.0/12'])
  })
  it('refuse a name of control characters, as teams, groups and facilities do', async () => {
    for (const path of ['/roles', '/teams', '/client-groups', '/facilities'])
      for (const name of ['a\u0000b', '\ud800', 'a\nb', '  ', 'x'.repeat(101)]) {
        const answer = await s.call(admin.token, 'POST', path, {
          name,
          ...(path === '/roles' && { permissions: [] }),
        })
        expect(answer.status, `${path} ${JSON.stringify(name)}`).toBe(422)
      }
  })
  it('are not made more powerful by who holds them, in no way, but by a colleague', async () => {
    const own = await s.world.custom(['roles:read', 'roles:manage'], { contact: 'read' })
    const [role] = (await s.owner.query('select role_id from user_roles where user_id = $1', [own.id])).rows
    const id = role.role_id
    for (const more of [
      { permissions: ['roles:read', 'roles:manage', 'clients:read'] },
      { fieldClasses: { contact: 'write' } },
      { fieldClasses: { contact: 'read', clinical: 'read' } },
    ])
      expect((await change(own, id, more)).status).toBe(403)
    expect((await change(own, id, { description: 'Says more, gives no more' })).status).toBe(200)
    expect((await change(admin, id, { fieldClasses: { contact: 'write' } })).status).toBe(200)
    expect((await change(own, id, { fieldClasses: { contact: 'read' } })).status).toBe(200)
  })
  it('do not shut out the address from which their holder changes them', async () => {
    const id = s.world.roleIds.administrator
    const answer = await change(admin, id, { ipAllowList: ['10.9.0.0/16'] })
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'https://wellkeep.dev/problems/own-address' },
    })
    expect((await change(admin, id, { ipAllowList: ['10.9.0.0/16', '127.0.0.0/8'] })).status).toBe(200)
    expect((await change(admin, id, { ipAllowList: [] })).status).toBe(200)
  })
  it('keep the shipped administrator one, even if another role would do', async () => {
    const other = await s.world.custom(['roles:read', 'roles:manage', 'users:manage'], {})
    const id = s.world.roleIds.administrator
    await s.owner.query("update roles set built_in = 'administrator' where id = $1", [id])
    for (const permissions of [['users:manage'], ['roles:manage'], []])
      expect((await change(other, id, { permissions })).status).toBe(409)
    expect((await change(other, id, { permissions: ['users:manage', 'roles:manage'] })).status).toBe(200)
    expect((await s.call(other.token, 'DELETE', `/roles/${id}`)).status).toBe(409)
  })
})
