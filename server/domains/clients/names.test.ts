import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'

let s: TestServer
beforeAll(async () => {
  s = await startTestServer()
})
afterAll(() => s.stop())

it('names the clients that are open to who asks and are not destroyed, and says so in the log', async () => {
  const clinician = await s.world.person('clinician')
  const make = async (family: string): Promise<string> => {
    const contact = { names: [{ given: ['Ada'], family }] }
    const body = { kind: 'person', groupId: s.world.groupId, contact }
    return (await s.call(clinician.token, 'POST', '/clients', body)).body.id
  }
  const [seen, gone] = [await make('Winterbourne'), await make('Brundlewick')]
  await s.owner.query('update clients set shredded_at = now() where id = $1', [gone])
  const ask = (who: { token: string }, ids: string[]) => s.call(who.token, 'POST', '/clients/names', { ids })
  const reader = await s.world.custom(['clients:read'], { contact: 'read' })
  const { body } = await ask(reader, [seen, gone, seen, s.world.orgId])
  expect(body).toEqual({ items: [{ id: seen, name: expect.stringContaining('Winterbourne') }] })
  const { rows } = await s.owner.query(
    "select leaf from audit_events where action = 'client.list' order by id desc limit 1",
  )
  expect(JSON.parse(rows[0].leaf).event).toMatchObject({
    actor: { userId: reader.id },
    objects: [seen],
    classes: ['contact'],
  })
  const outside = await s.world.custom(['clients:read'], { contact: 'read' }, 'outside')
  expect((await ask(outside, [seen])).body).toEqual({ items: [] })
  const blind = await s.world.custom(['clients:read'], { clinical: 'read' })
  expect((await ask(blind, [seen])).body).toEqual({ items: [] })
  expect((await ask(reader, [])).status).toBe(422)
})
