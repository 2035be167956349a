import { afterAll, beforeAll, expect, test } from 'vitest'
import { HARMLESS, type Office, type Person, startOffice } from '../../testing/documents.ts'

let o: Office
let nurse: Person
let id: string
beforeAll(async () => {
  o = await startOffice()
  nurse = await o.s.world.person('technician')
  id = await o.add(o.shared, 'Hygiene.txt', HARMLESS)
  await o.step(id, 'publish')
})
afterAll(() => o.s.stop())

const ask = (body: object, who = o.writer) => o.call(who, 'PUT', `/documents/${id}/reading`, body)
const mine = async (who: Person, query = '') =>
  (await o.good(o.call(who, 'GET', `/reading${query}`))).items.map(
    (i: { document: { id: string } }) => i.document.id,
  )
const acknowledge = (n: number, who: Person) => o.call(who, 'POST', `/documents/${id}/acknowledge`, { n })

test('who is asked says to have read it, and it shows who has not yet', async () => {
  expect((await acknowledge(1, nurse)).body.type).toContain('not-asked')
  await o.good(ask({ userIds: [nurse.id], teamIds: [o.reader.teamId], dueOn: '2030-01-31' }))
  expect([await mine(nurse), await mine(o.reader), await mine(o.outsider)]).toEqual([[id], [id], []])
  expect((await o.get(id, nurse)).body.reading).toEqual({ dueOn: '2030-01-31', acknowledgedAt: null })
  const done = await acknowledge(1, nurse)
  expect(done.body.acknowledgedAt).toBeTruthy()
  expect((await acknowledge(1, nurse)).body).toEqual(done.body)
  expect([await mine(nurse), await mine(nurse, '?all=1')]).toEqual([[], [id]])
  const { body } = await o.call(o.writer, 'GET', `/documents/${id}/reading`)
  const of = (who: Person) => body.people.find((p: { userId: string }) => p.userId === who.id)
  expect([of(nurse).n, of(o.reader).n, of(o.outsider)]).toEqual([1, null, undefined])
  expect(body.people[0].n).toBeNull()
  expect([body.done, body.open]).toEqual([1, body.people.length - 1])
  expect(await o.events('document.acknowledge', id)).toHaveLength(2)
})

test('a new version is read again, unless it is published as a small change', async () => {
  await o.addVersion(id, 1, `${HARMLESS} And again.`)
  await o.step(id, 'publish', { askAgain: false })
  expect(await mine(nurse)).toEqual([])
  await o.addVersion(id, 2, `${HARMLESS} And in between.`)
  await o.step(id, 'publish', {})
  expect(await mine(nurse)).toEqual([id])
  expect((await acknowledge(2, nurse)).body.type).toContain('other-version')
  await acknowledge(3, nurse)
  expect(await mine(nurse)).toEqual([])
})

test('nobody acknowledges for somebody else, or what is not published, by bare SQL either', async () => {
  const as = (user: string, sql: string, values: unknown[]) =>
    o.s.services.db.withContext({ orgId: o.s.world.orgId, userId: user }, (tx) =>
      tx.client.query(sql, values),
    )
  const insert =
    'insert into document_acknowledgements (org_id, document_id, user_id, n) values (wk_org(), $1, $2, $3)'
  await expect(as(nurse.id, insert, [id, o.reader.id, 3])).rejects.toThrow(/row-level security/)
  await expect(as(o.reader.id, insert, [id, o.reader.id, 2])).rejects.toThrow(/row-level security/)
  await as(o.reader.id, insert, [id, o.reader.id, 3])
})

test('who may not publish asks nobody; ids that name nothing are refused by their field', async () => {
  expect((await ask({ everybody: true }, o.reader)).status).toBe(403)
  const bad = await ask({ teamIds: [o.clientId] })
  expect(bad).toMatchObject({ status: 422, body: { errors: [{ field: 'teamIds' }] } })
  expect((await ask({})).body).toEqual({ audience: null })
  expect(await mine(nurse)).toEqual([])
})
