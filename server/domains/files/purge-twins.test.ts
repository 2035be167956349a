import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../../tlog/index.ts'
import { Sequencer } from '../../platform/audit/sequencer.ts'
import { findIn } from '../../testing/find-in.ts'
import { type Files, PHI, startFiles } from './testing/desk.ts'

// Purging one file touches no other, though it holds the same bytes; and it holds wherever the file has gone meanwhile: to
// the ticket that its own was merged into, behind another client's wall, into a client's record.

let d: Files
beforeAll(async () => {
  d = await startFiles()
})
afterAll(() => d.s.stop())

const onTicket = (ownerId: string) => ({ ownerType: 'ticket', ownerId })
const blobsOf = async (id: string): Promise<string[]> =>
  (await d.s.owner.query('select blob_id from file_parts where file_id = $1', [id])).rows.map(
    (r) => r.blob_id,
  )
const folder = () => join(d.s.dataDir, 'blobs', 'files', d.s.world.orgId)
const keyOf = async (id: string) =>
  (await d.s.owner.query('select wrapped from deks where subject_id = $1', [id])).rows[0]
    .wrapped as Buffer | null

async function purged(id: string, who = d.tech) {
  const answer = await d.act(who, id, 'purge')
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await d.jobs()
  return answer.body.receipt as { eventId: string; ciphertextHash: string; keyHash: string; fileId: string }
}

/** Nothing of a purged file is left but its tombstone: neither key, nor blob, nor a readable byte. */
async function gone(id: string, blobs: string[], who = d.tech): Promise<void> {
  expect(await keyOf(id)).toBeNull()
  expect(await blobsOf(id)).toEqual([])
  const stored = await readdir(folder())
  for (const blob of blobs) expect(stored).not.toContain(blob)
  expect((await d.download(who, id)).statusCode).toBe(410)
  await d.s.owner.query('checkpoint')
  // This test's own database: others in the same PostgreSQL may hold the same words for reasons of their own.
  const { rows } = await d.s.owner.query(
    "select current_setting('data_directory') as data, oid from pg_database where datname = current_database()",
  )
  for (const where of [join(rows[0].data, 'base', String(rows[0].oid)), d.s.dataDir])
    expect(await findIn(where, ['Quellenbrunn', '536-22-8145'])).toEqual([])
}

test('the same bytes twice are two files: one is purged, the other is there and reads the same', async () => {
  const [a, b] = [await d.ticket(), await d.ticket()]
  const [one, two] = [
    await d.settled(onTicket(a), 'chart.txt', PHI),
    await d.settled(onTicket(b), 'chart.txt', PHI),
  ]
  const third = await d.settled(onTicket(a), 'chart.txt', PHI)
  const [blobs, others] = [await blobsOf(one), [...(await blobsOf(two)), ...(await blobsOf(third))]]
  const bytes = await Promise.all([...blobs, ...others].map((x) => readFile(join(folder(), x))))
  const digests = bytes.map((x) => createHash('sha256').update(x).digest('hex'))
  expect(new Set(digests).size).toBe(3)
  expect(new Set(await Promise.all([one, two, third].map(async (x) => String(await keyOf(x))))).size).toBe(3)

  const receipt = await purged(one)
  await gone(one, blobs)
  for (const id of [two, third]) {
    expect((await d.get(d.tech, id)).body.state).toBe('suspected')
    await d.act(d.tech, id, 'reveal')
    expect((await d.download(d.tech, id)).payload).toBe(PHI)
  }
  const later = await purged(two)
  expect(later.ciphertextHash).not.toBe(receipt.ciphertextHash)
  expect(later.keyHash).not.toBe(receipt.keyHash)
  expect((await d.download(d.tech, third)).payload).toBe(PHI)
})

test('a file that came with a merge is purged where it is, and both tickets say so', async () => {
  const merger = await d.s.world.custom(['tickets:read', 'tickets:write', 'tickets:merge'], {})
  const [from, into] = [await d.ticket(), await d.ticket()]
  const id = await d.settled(onTicket(from), 'chart.txt', PHI)
  const blobs = await blobsOf(id)
  const merge = await d.s.call(merger.token, 'POST', `/tickets/${from}/merge`, { into })
  expect(merge.status, JSON.stringify(merge.body)).toBe(200)
  await purged(id)
  await gone(id, blobs)
  const [event] = await d.events('file.purge', id)
  expect(event.object).toEqual({ type: 'ticket', id: into })
  const list = async (ticket: string) =>
    (await d.s.call(d.tech.token, 'GET', `/files?ownerType=ticket&ownerId=${ticket}`)).body.items
  expect(await list(into)).toMatchObject([{ id, state: 'purged', name: null }])
  expect(await list(from)).toEqual([])
  const close = async (ticket: string) =>
    (await d.s.call(d.tech.token, 'GET', `/tickets/${ticket}`)).body.phiState
  expect([await close(from), await close(into)]).toEqual(['settled', 'settled'])
})

test('a file goes behind the wall of its ticket’s client, and is purged there by whoever is inside', async () => {
  const ticket = await d.ticket()
  const id = await d.settled(onTicket(ticket), 'chart.txt', PHI)
  const blobs = await blobsOf(id)
  const outside = await d.s.world.person('technician', 'outside')
  expect((await d.act(outside, id, 'purge')).status).toBe(404)
  const { version } = (await d.s.call(d.tech.token, 'GET', `/tickets/${ticket}`)).body
  const moved = await d.s.call(
    d.tech.token,
    'PATCH',
    `/tickets/${ticket}`,
    { clientId: d.clientId },
    { 'if-match': `"${version}"` },
  )
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect((await d.row(id)).client_id).toBe(d.clientId)
  await purged(id)
  await gone(id, blobs)
})

test('a file in a client’s record is purged there; its tombstone on the ticket had no key any more', async () => {
  const id = await d.settled(onTicket(await d.ticket()), 'chart.txt', PHI)
  const blobs = await blobsOf(id)
  const there = (await d.act(d.officer, id, 'move', { clientId: d.clientId })).body.id
  expect(await blobsOf(there)).toEqual(blobs)
  expect((await d.act(d.tech, id, 'purge')).status).toBe(409)
  const receipt = await purged(there, d.officer)
  await gone(there, blobs, d.officer)

  const { db, keys, log } = d.s.services
  await new Sequencer({ db, keys, log, keysDir: d.s.keysDir }).sequence(d.s.world.orgId)
  const auditor = await d.s.world.person('auditor')
  const exported = await d.s.call(auditor.token, 'GET', '/audit/export')
  const key = (await d.s.call(auditor.token, 'GET', '/audit/checkpoint')).body.verifierKey
  const verify = (text: string) =>
    verifyExport([Buffer.from(text)] as unknown as AsyncIterable<Uint8Array>, key)
  expect(await verify(exported.body)).toMatchObject({ ok: true, problems: [] })
  expect(exported.body).toContain(receipt.ciphertextHash)
  // A receipt that says another hash is no longer this log's.
  const forged = await verify(exported.body.replaceAll(receipt.ciphertextHash, 'ab'.repeat(32)))
  expect(forged.ok).toBe(false)
})
