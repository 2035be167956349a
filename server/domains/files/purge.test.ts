import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../../tlog/index.ts'
import { Sequencer } from '../../platform/audit/sequencer.ts'
import { textPdf } from '../../platform/reading/testing/pdfs.ts'
import { picture } from '../../platform/reading/testing/pictures.ts'
import { findIn } from '../../testing/find-in.ts'
import { type Files, startFiles } from './testing/desk.ts'

// What is purged is nowhere any more: not in the database's files, the store, the server's folder or the folder for
// temporary files; and the receipt stands in a log that verifies.

const CANARY = 'Zxqvbwkpurge'
let d: Files
beforeAll(async () => {
  d = await startFiles()
})
afterAll(() => d.s.stop())

test('nothing of a purged file is left anywhere but its receipt', async () => {
  const before = new Set(await readdir(tmpdir()))
  const owner = { ownerType: 'ticket', ownerId: await d.ticket() }
  const text = `${CANARY} SSN 536-22-8145`
  const ids = [
    await d.settled(owner, `${CANARY}.txt`, text),
    await d.settled(owner, `${CANARY}.pdf`, await textPdf([text])),
    await d.settled(owner, `${CANARY}.png`, picture([CANARY, 'SSN 536-22-8145'])),
  ]
  const { rows: blobs } = await d.s.owner.query('select blob_id from file_parts')
  expect(blobs.length).toBe(3)
  const receipts = []
  for (const id of ids) {
    expect((await d.get(d.tech, id)).body.state).toBe('suspected')
    await d.act(d.tech, id, 'reveal')
    expect((await d.download(d.tech, id)).statusCode).toBe(200)
    receipts.push((await d.act(d.tech, id, 'purge')).body.receipt)
  }
  await d.jobs()

  await d.s.owner.query('checkpoint')
  const { rows } = await d.s.owner.query('show data_directory')
  const needles = [CANARY, CANARY.toLowerCase(), '536-22-8145', '536228145']
  expect(await findIn(rows[0].data_directory, needles)).toEqual([])
  expect(await findIn(d.s.dataDir, needles)).toEqual([])
  for (const name of await readdir(tmpdir()))
    if (!before.has(name)) expect(await findIn(join(tmpdir(), name), needles)).toEqual([])
  const stored = await readdir(join(d.s.dataDir, 'blobs', 'files', d.s.world.orgId))
  for (const { blob_id } of blobs) expect(stored).not.toContain(blob_id)
  const keys = await d.s.owner.query('select wrapped from deks where subject_id = any ($1::uuid[])', [ids])
  expect(keys.rows).toEqual(ids.map(() => ({ wrapped: null })))

  const { db, keys: orgKeys, log } = d.s.services
  await new Sequencer({ db, keys: orgKeys, log, keysDir: d.s.keysDir }).sequence(d.s.world.orgId)
  const auditor = await d.s.world.person('auditor')
  for (const receipt of receipts) {
    const [event] = await d.events('file.purge', receipt.fileId)
    expect(event.id).toBe(receipt.eventId)
    expect(event.facts).toMatchObject({ ciphertext: receipt.ciphertextHash, key: receipt.keyHash })
    const proof = await d.s.call(auditor.token, 'GET', `/audit/events/${receipt.eventId}/proof`)
    expect(proof.status).toBe(200)
  }
  const exported = await d.s.call(auditor.token, 'GET', '/audit/export')
  const key = (await d.s.call(auditor.token, 'GET', '/audit/checkpoint')).body.verifierKey
  const report = await verifyExport([Buffer.from(exported.body)] as unknown as AsyncIterable<Uint8Array>, key)
  expect(report.ok).toBe(true)
  for (const receipt of receipts) expect(exported.body).toContain(receipt.ciphertextHash)
})
