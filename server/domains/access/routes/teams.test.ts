import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../../platform/ids.ts'
import { startTestServer, type TestServer } from '../../../testing/harness.ts'
import type { Person } from '../../../testing/world.ts'

let s: TestServer
let admin: Person
beforeAll(async () => {
  s = await startTestServer()
  admin = await s.world.person('administrator', 'nowhere')
})
afterAll(() => s.stop())
const ask = (method: string, path: string, body?: object) => s.call(admin.token, method, path, body)
const event = async (action: string) =>
  JSON.parse(
    (
      await s.owner.query('select leaf from audit_events where action = $1 order by id desc limit 1', [
        action,
      ])
    ).rows[0].leaf,
  ).event

describe('teams', () => {
  it('have members that exist, each once, and the log says who came and went', async () => {
    const [a, b] = [
      await s.world.person('clinician', 'nowhere'),
      await s.world.person('clinician', 'nowhere'),
    ]
    const made = await ask('POST', '/teams', { name: 'Night shift', memberIds: [a.id, a.id] })
    expect(made).toMatchObject({ status: 201, body: { description: '', memberIds: [a.id] } })
    const path = `/teams/${made.body.id}`
    const changed = await ask('PATCH', path, {
      memberIds: [b.id.toUpperCase()],
      description: 'By night\nand day',
    })
    expect(changed.body).toMatchObject({ memberIds: [b.id], description: 'By night\nand day' })
    const recorded = await event('team.change')
    expect(recorded.objects.sort()).toEqual([a.id, b.id].sort())
    expect((await ask('PATCH', path, { memberIds: [b.id, uuidv7()] })).status).toBe(422)
    await ask('DELETE', `/users/${a.id}`)
    expect((await ask('PATCH', path, { memberIds: [a.id] })).status).toBe(422)
    expect((await ask('GET', '/teams')).body.items).toContainEqual(changed.body)
    expect((await ask('PATCH', path, { name: 'North team' })).status).toBe(422)
    expect((await ask('PATCH', path, {})).status).toBe(422)
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('PATCH', path, { name: 'Gone' })).status).toBe(404)
  })
})

describe('client groups', () => {
  it('count all their clients, also those beyond the asker’s walls', async () => {
    const clinician = await s.world.person('clinician')
    for (const given of ['Una', 'Bo'])
      await s.call(clinician.token, 'POST', '/clients', {
        kind: 'person',
        groupId: s.world.groupId,
        contact: { names: [{ given: [given] }] },
      })
    const counts = (await ask('GET', '/client-groups')).body.items
    expect(counts.find((g: { id: string }) => g.id === s.world.groupId).clientCount).toBe(2)
    expect(counts.find((g: { id: string }) => g.id === s.world.otherGroupId).clientCount).toBe(0)
    expect(await ask('DELETE', `/client-groups/${s.world.groupId}`)).toMatchObject({
      status: 409,
      body: { detail: '2 clients belong to it.' },
    })
    expect(await ask('PATCH', `/client-groups/${s.world.groupId}`, { name: 'Northern' })).toMatchObject({
      status: 200,
      body: { name: 'Northern', clientCount: 2 },
    })
    expect((await ask('PATCH', `/client-groups/${uuidv7()}`, { name: 'Nothing' })).status).toBe(404)
  })
})

describe('walls', () => {
  it('stand in one matrix, and are of teams and groups that exist', async () => {
    const { insideTeamId: teamId, otherGroupId: groupId } = s.world
    const walls = async () => (await ask('GET', '/walls')).body.walls
    const before = await walls()
    for (const access of ['read', 'write'])
      for (const _ of [1, 2]) {
        expect((await ask('PUT', `/walls/${teamId}/${groupId}`, { access })).status).toBe(204)
        expect(await walls()).toContainEqual({ teamId, groupId, access })
      }
    expect(await event('wall.change')).toMatchObject({
      object: { type: 'team', id: teamId },
      objects: [groupId],
      facts: { access: 'write' },
    })
    await ask('PUT', `/walls/${teamId}/${groupId}`, { access: 'none' })
    expect(await walls()).toEqual(before)
    expect((await ask('PUT', `/walls/${uuidv7()}/${groupId}`, { access: 'read' })).status).toBe(404)
    expect((await ask('PUT', `/walls/${teamId}/${uuidv7()}`, { access: 'read' })).status).toBe(404)
    expect((await ask('PUT', `/walls/${teamId}/${groupId}`, { access: 'all' })).status).toBe(422)
  })
})

describe('facilities', () => {
  it('are added, changed part by part, and deleted while nothing belongs to them', async () => {
    const made = await ask('POST', '/facilities', {
      name: 'Harbor',
      timeZone: 'America/Chicago',
      address: { line: ['1 Pier'], city: 'Duluth' },
    })
    expect(made.status).toBe(201)
    const path = `/facilities/${made.body.id}`
    const changed = await ask('PATCH', path, { phone: '+1 218 555 0100' })
    expect(changed.body).toEqual({ ...made.body, phone: '+1 218 555 0100' })
    expect((await ask('PATCH', path, { timeZone: 'Mars/Olympus' })).status).toBe(422)
    expect((await ask('PATCH', path, { phone: '1\u0000' })).status).toBe(422)
    expect((await ask('PATCH', path, { name: 'Maple Grove North' })).status).toBe(422)
    const clinician = await s.world.person('clinician')
    await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      facilityId: s.world.facilityId,
      contact: { names: [{ given: ['Una'] }] },
    })
    expect((await ask('DELETE', `/facilities/${s.world.facilityId}`)).status).toBe(409)
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('DELETE', path)).status).toBe(404)
  })
})
