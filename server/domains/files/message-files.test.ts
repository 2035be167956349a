import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Files, startFiles } from './testing/desk.ts'

let f: Files
beforeAll(async () => {
  f = await startFiles()
})
afterAll(() => f.s.stop())

it('a file goes with one’s own message of that ticket, and with none that was taken to be sent', async () => {
  const [ticket, other] = [await f.ticket(), await f.ticket()]
  const say = async (who: typeof f.tech, kind: string) =>
    (await f.s.call(who.token, 'POST', `/tickets/${ticket}/messages`, { kind, body: 'x' })).body.id as string
  const attach = async (ownerId: string, messageId: string, ownerType = 'ticket', who = f.tech) =>
    (await f.s.call(who.token, 'POST', '/files', { ownerType, ownerId, messageId, name: 'a.txt', size: 1 }))
      .status
  const own = await say(f.tech, 'internal')
  expect(await attach(ticket, own)).toBe(201)
  expect(await attach(other, own)).toBe(422)
  expect(await attach(f.clientId, own, 'client', f.clinician)).toBe(422)
  expect(await attach(ticket, await say(await f.s.world.person('technician'), 'internal'))).toBe(422)
  const sent = await say(f.tech, 'public')
  await f.jobs()
  expect(await attach(ticket, sent)).toBe(422)
})
