import { afterAll, beforeAll, expect, test } from 'vitest'
import { bySystem } from '../../platform/http/by.ts'
import { ticketFiles } from '../desk/index.ts'
import { attachStored, fileOwners, storeStream } from './index.ts'
import { type Files, PHI, startFiles } from './testing/desk.ts'

// What mail uses: bytes of unknown length are stored first, and attached in the transaction of the message.

let d: Files
beforeAll(async () => {
  d = await startFiles()
})
afterAll(() => d.s.stop())
const owners = fileOwners([ticketFiles])
async function* bytes(text: string) {
  for (const letter of text.match(/.{1,7}/gs) ?? []) yield Buffer.from(letter)
}
const attach = (ticketId: string, name: string, stored: Awaited<ReturnType<typeof storeStream>>) =>
  d.s.services.db.withContext(
    { orgId: d.s.world.orgId, userId: null },
    async (tx) => {
      const place = (await owners.of('ticket').find(tx, ticketId))!
      const to = { ownerType: 'ticket' as const, ownerId: ticketId, place, name }
      return attachStored(tx, d.s.services, owners, bySystem(d.s.services), to, stored)
    },
    'worker',
  )

test('what was stored is attached, read and judged like any other file', async () => {
  const ticketId = await d.ticket()
  const stored = await storeStream(d.s.services, d.s.world.orgId, bytes(PHI))
  expect(stored.bytes).toBe(PHI.length)
  const id = await attach(ticketId, '../../odd\u0000.txt', stored)
  await d.jobs()
  expect((await d.get(d.tech, id)).body).toMatchObject({
    state: 'suspected',
    name: 'odd.txt',
    createdBy: null,
  })
  await d.act(d.tech, id, 'reveal')
  expect((await d.download(d.tech, id)).payload).toBe(PHI)
})

test('an empty one without a name is kept too', async () => {
  const stored = await storeStream(d.s.services, d.s.world.orgId, bytes(''))
  const id = await attach(await d.ticket(), '', stored)
  await d.jobs()
  expect((await d.get(d.tech, id)).body).toMatchObject({ state: 'clean', name: 'attachment', size: 0 })
})

test('what was not attached is taken back, and too much is refused', async () => {
  const { orgId } = d.s.world
  const left = () => d.s.services.blobs.files.olderThan(orgId, new Date(Date.now() + 60_000))
  const before = (await left()).length
  const stored = await storeStream(d.s.services, orgId, bytes('x'))
  await stored.discard()
  d.s.services.maxFileBytes = 10
  await expect(storeStream(d.s.services, orgId, bytes('more than ten bytes'))).rejects.toMatchObject({
    status: 413,
  })
  expect(await left()).toHaveLength(before)
})
