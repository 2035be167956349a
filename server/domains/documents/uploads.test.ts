import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, startOffice } from '../../testing/documents.ts'
import type { PortalActor } from '../../testing/portal.ts'

let o: Office
let patient: PortalActor
let guardian: PortalActor
let neighbour: PortalActor
let newcomer: string
beforeAll(async () => {
  o = await startOffice()
  const client = async (given: string) =>
    (
      await o.good(
        o.call(o.writer, 'POST', '/clients', {
          kind: 'person',
          groupId: o.s.world.groupId,
          contact: { names: [{ given: [given] }] },
        }),
      )
    ).id as string
  newcomer = await client('Nell')
  patient = await o.s.world.portal({ clients: [o.clientId, newcomer] })
  guardian = await o.s.world.portal({ clients: [o.clientId] })
  neighbour = await o.s.world.portal({})
})
afterAll(() => o.s.stop())

const BYTES = 'One long letter about the knee'
const fingerprint = createHash('sha256').update(BYTES).digest('hex')
const ask = (who: PortalActor, method: string, path: string, body?: unknown, headers = {}) =>
  o.s.call(who, method, `/portal${path}`, body, headers)
const announce = (who: PortalActor, name: string, more: object = { fingerprint }) =>
  ask(who, 'POST', `/folders/${o.own}/documents`, { name, size: BYTES.length, ...more })
const put = (who: PortalActor, made: { id: string; uploadId: string }, from: number, to?: number) =>
  ask(who, 'PUT', `/documents/${made.id}/uploads/${made.uploadId}`, Buffer.from(BYTES.slice(from, to)), {
    'upload-offset': String(from),
  })

describe('an upload that broke off', () => {
  test('goes on where the same file is chosen again, by whoever began it alone', async () => {
    const first = (await announce(patient, 'Letter.txt')).body
    expect(first).toMatchObject({ uploadReceived: 0 })
    await put(patient, first, 0, 12)
    const list = (await ask(patient, 'GET', `/folders/${o.own}/uploads`)).body.items
    expect(list).toEqual([
      expect.objectContaining({
        documentId: first.id,
        uploadId: first.uploadId,
        name: 'Letter.txt',
        received: 12,
        size: BYTES.length,
      }),
    ])
    expect((await ask(guardian, 'GET', `/folders/${o.own}/uploads`)).body.items).toEqual([])
    expect((await ask(neighbour, 'GET', `/folders/${o.own}/uploads`)).status).toBe(404)
    const other = (await announce(guardian, 'Mine.txt')).body
    expect(other.id).not.toBe(first.id)
    // The page was closed, on another day and under another name.
    const again = (await announce(patient, 'Letter copy.txt')).body
    expect(again).toMatchObject({ id: first.id, uploadId: first.uploadId, uploadReceived: 12 })
    expect((await put(patient, again, 12)).body.complete).toBe(true)
    await o.jobs()
    expect((await o.download(first.id, 1)).payload).toBe(BYTES)
    expect((await ask(patient, 'GET', `/folders/${o.own}/uploads`)).body.items).toEqual([])
    // Nothing of what told it from others stays.
    const { rows } = await o.s.owner.query(
      "select 1 from files where state <> 'uploading' and sealed_fingerprint is not null",
    )
    expect(rows).toEqual([])
    expect((await announce(patient, 'Once more.txt')).body.id).not.toBe(first.id)
  })

  test('stays apart from another file of that size, and from one that tells nothing of itself', async () => {
    const first = (await announce(guardian, 'First.txt', {})).body
    const elsewise = { fingerprint: 'a'.repeat(64) }
    const second = (await announce(guardian, 'Second.txt', elsewise)).body
    const third = (await announce(guardian, 'Third.txt', { fingerprint: 'b'.repeat(64) })).body
    expect(new Set([first.id, second.id, third.id]).size).toBe(3)
    expect((await announce(guardian, 'Fourth.txt', { fingerprint: 'no' })).status).toBe(422)
  })

  test('is given up by whoever began it, and leaves nothing', async () => {
    const made = (await announce(patient, 'Never mind.txt', { fingerprint: 'c'.repeat(64) })).body
    await put(patient, made, 0, 5)
    const at = `/documents/${made.id}/uploads/${made.uploadId}`
    expect((await ask(guardian, 'DELETE', at)).status).toBe(404)
    expect((await ask(patient, 'DELETE', at)).status).toBe(204)
    expect((await ask(patient, 'GET', `/documents/${made.id}`)).status).toBe(404)
    expect((await announce(patient, 'Never mind.txt', {})).status).toBe(201)
    const whole = await o.add(o.own, 'Whole.txt', BYTES)
    const [version] = await o.versions(whole)
    const { status } = await o.call(o.writer, 'DELETE', `/documents/${whole}/uploads/${version.id}`)
    expect(status).toBe(409)
    expect((await o.get(whole)).status).toBe(200)
  })

  test('of a version goes on too, as long as it builds on the same', async () => {
    const id = await o.add(o.shared, 'Rules.txt', 'Wash your hands.')
    const version = (basedOn: number) =>
      o.call(o.writer, 'POST', `/documents/${id}/versions`, {
        name: 'Rules.txt',
        size: BYTES.length,
        basedOn,
        fingerprint,
      })
    const first = (await version(1)).body
    await o.put(o.writer, id, first.id, 0, BYTES.slice(0, 7))
    expect((await version(1)).body).toMatchObject({ id: first.id, received: 7 })
  })
})

describe('a client without a folder of their own', () => {
  const make = (who: PortalActor, client = newcomer) => ask(who, 'POST', `/clients/${client}/folder`, {})

  test('gets one when it is needed first, once, for whoever is tied to them', async () => {
    const [one, two] = await Promise.all([make(patient), make(patient)])
    expect([one.status, two.status], JSON.stringify(one.body)).toEqual([200, 200])
    expect(one.body.id).toBe(two.body.id)
    expect(one.body).toMatchObject({ kind: 'private', clientId: newcomer, writable: true })
    expect((await make(patient)).body.id).toBe(one.body.id)
    const sent = await ask(patient, 'POST', `/folders/${one.body.id}/documents`, { name: 'A.txt', size: 3 })
    expect(sent.status).toBe(201)
    // The care team finds it on the client's page.
    const { body } = await o.call(o.writer, 'GET', `/folders?clientId=${newcomer}`)
    expect(body.items.map((f: { id: string }) => f.id)).toEqual([one.body.id])
    expect((await o.events('folder.create', one.body.id))[0].actor.kind).toBe('system')
  })

  test('gives nothing to others, and the one that is there to their own', async () => {
    for (const who of [guardian, neighbour]) expect((await make(who)).status).toBe(404)
    expect((await make(patient, '0198a5b2-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await make(patient, o.clientId)).body.id).toBe(o.own)
  })
})

test('a portal person sees of versions what is published, and what they sent', async () => {
  const id = await o.add(o.own, 'Plan.txt', 'The first plan')
  await o.step(id, 'publish')
  await o.addVersion(id, 1, 'A draft of the second')
  const seen = (await ask(patient, 'GET', `/documents/${id}/versions`)).body.items
  expect(seen.map((v: { n: number }) => v.n)).toEqual([1])
  expect((await ask(neighbour, 'GET', `/documents/${id}/versions`)).status).toBe(404)
})
