import { afterAll, beforeAll, expect, test } from 'vitest'
import { HARMLESS, type Office, PHI, startOffice } from '../../testing/documents.ts'
import type { Person } from '../../testing/world.ts'

let o: Office
beforeAll(async () => {
  o = await startOffice()
})
afterAll(() => o.s.stop())

const destroy = (
  id: string,
  who: Person = o.writer,
  body: unknown = { reason: 'Filed under another client' },
) => o.call(who, 'POST', `/documents/${id}/destroy`, body)
const keysOf = async (id: string) =>
  (
    await o.s.owner.query(
      "select count(*)::int as n from deks where wrapped is not null and (subject_id = $1 or subject_id in (select id from files where owner_type = 'document' and owner_id = $1))",
      [id],
    )
  ).rows[0].n

test('every version goes with its key, with a receipt for each, and nothing finds or opens it again', async () => {
  const id = await o.add(o.own, 'Wrong letter.txt', PHI, { tags: ['umbrella'] })
  await o.addVersion(id, 1, 'A better text about parasols')
  await o.step(id, 'publish')
  expect(await keysOf(id)).toBe(3)
  const { status, body } = await destroy(id)
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.receipt.files).toHaveLength(2)
  for (const file of body.receipt.files) {
    expect(file).toMatchObject({ ciphertextHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(file.keyHash).toMatch(/^[0-9a-f]{64}$/)
  }
  expect(await keysOf(id)).toBe(0)
  expect((await o.get(id)).status).toBe(404)
  for (const n of [1, 2]) expect((await o.download(id, n)).statusCode).toBe(404)
  expect((await o.call(o.writer, 'POST', '/documents/search', { q: 'umbrella' })).body.items).toEqual([])
  expect((await o.call(o.writer, 'POST', '/documents/search', { q: 'parasols' })).body.items).toEqual([])
  expect(await o.names(o.own)).toEqual([])
  const [event] = await o.events('document.destroy', id)
  expect(event.facts).toMatchObject({ files: 2, backupsUntil: body.receipt.backupsUntil })
  expect(await o.events('file.purge', id)).toHaveLength(2)
  // The store follows by a job.
  await o.jobs()
  const parts = await o.s.owner.query('select 1 from file_parts where file_id = any ($1)', [
    body.receipt.files.map((f: { fileId: string }) => f.fileId),
  ])
  expect(parts.rowCount).toBe(0)
  expect((await destroy(id)).status).toBe(404)
  // Its name is free again.
  await o.add(o.own, 'Wrong letter.txt', HARMLESS)
})

test('takes the permission, the wall and a reason; the database asks too', async () => {
  const id = await o.add(o.own, 'Stays.txt', HARMLESS)
  const shared = await o.add(o.shared, 'Stays too.txt', HARMLESS)
  expect((await destroy(id, o.writer, {})).status).toBe(422)
  expect((await destroy(id, o.reader)).status).toBe(403)
  expect((await destroy(id, o.outsider)).status).toBe(404)
  const noClasses = await o.s.world.custom(['documents:read', 'documents:destroy'], { contact: 'read' })
  expect((await destroy(id, noClasses)).status).toBe(403)
  const bySql = (who: Person, document: string) =>
    o.s.services.db.withContext({ orgId: o.s.world.orgId, userId: who.id }, (tx) =>
      tx.client.query('select * from wk_destroy_document($1, true)', [document]),
    )
  await expect(bySql(o.reader, id)).rejects.toThrow(/documents:destroy/)
  expect((await bySql(o.outsider, id)).rowCount).toBe(0)
  const portal = await o.s.world.portal({ clients: [o.clientId] })
  expect((await o.s.call(portal, 'POST', `/documents/${id}/destroy`, { reason: 'mine' })).status).toBe(403)
  expect([(await o.get(id)).status, (await o.get(shared)).status]).toEqual([200, 200])
  // Somebody who may, and writes no documents: a shared one.
  expect((await destroy(shared, noClasses)).status).toBe(200)
})
