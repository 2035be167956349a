import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSubject } from '../../platform/keys/subjects.ts'
import { type Desk, startDesk } from './testing/desk.ts'

let d: Desk
beforeAll(async () => {
  d = await startDesk()
})
afterAll(() => d.s.stop())

it('destroys what was typed on the tickets of a client together with the client, and nothing else', async () => {
  const { world } = d.s
  const shredder = await world.custom(
    ['clients:read', 'clients:create', 'clients:shred', 'tickets:read', 'tickets:create', 'tickets:write'],
    { contact: 'write' },
  )
  const key = () => ({ 'idempotency-key': crypto.randomUUID() })
  const client = async (family: string) =>
    (
      await d.s.call(
        shredder.token,
        'POST',
        '/clients',
        { kind: 'person', groupId: world.groupId, contact: { names: [{ given: ['Ola'], family }] } },
        key(),
      )
    ).body.id as string
  const ticket = async (clientId: string) =>
    (
      await d.s.call(
        shredder.token,
        'POST',
        '/tickets',
        { subject: 'About Orlanda', body: 'Words that are hers', tags: ['orlanda'], clientId },
        key(),
      )
    ).body.id as string
  const [gone, stays] = [await client('Berg'), await client('Dal')]
  const [a, b] = [await ticket(gone), await ticket(stays)]
  const dek = () =>
    d.s.services.db.withContext({ orgId: world.orgId, userId: shredder.id }, (tx) =>
      openSubject(d.s.services.keys, tx, a),
    )
  const before = await dek()
  const shred = await d.s.call(shredder.token, 'DELETE', `/clients/${gone}`, {
    reason: 'asked for by the person themselves',
  })
  expect(shred.status).toBe(200)
  expect((await dek()).equals(before)).toBe(false)
  const erased = (await d.s.call(shredder.token, 'GET', `/tickets/${a}`)).body
  expect(erased).toMatchObject({ subject: 'Destroyed with its client', tags: [], requester: null })
  expect(erased.thread.items.map((m: { body: unknown }) => m.body)).toEqual([null])
  expect((await d.s.call(shredder.token, 'GET', `/tickets/${b}`)).body).toMatchObject({
    subject: 'About Orlanda',
    tags: ['orlanda'],
  })
  const found = await d.s.call(shredder.token, 'POST', '/tickets/search', { filter: { q: 'orlanda' } })
  expect(found.body.items.map((t: { id: string }) => t.id)).toEqual([b])
})
