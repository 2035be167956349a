import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, PHI, startOffice } from '../../testing/documents.ts'
import type { PortalActor } from '../../testing/portal.ts'

let o: Office
let patient: PortalActor
let neighbour: PortalActor
let nobody: PortalActor
let clinic: string
let leaflet: string
let letter: string
beforeAll(async () => {
  o = await startOffice()
  const other = await o.good(
    o.call(o.outsider, 'POST', '/clients', {
      kind: 'person',
      groupId: o.s.world.otherGroupId,
      contact: { names: [{ given: ['Nora'] }] },
    }),
  )
  patient = await o.s.world.portal({
    clients: [o.clientId],
    facilities: [o.s.world.facilityId],
    name: 'Wanda Q',
  })
  neighbour = await o.s.world.portal({ clients: [other.id] })
  nobody = await o.s.world.portal({})
  clinic = (await o.folder({ name: 'North clinic', facilityIds: [o.s.world.facilityId] })).id
  leaflet = await o.add(clinic, 'Leaflet.txt', 'Bring your umbrella.')
  letter = await o.add(o.own, 'Letter.txt', PHI)
})
afterAll(() => o.s.stop())

const ask = (who: PortalActor, method: string, path: string, body?: unknown, headers = {}) =>
  o.s.call(who, method, `/portal${path}`, body, headers)
const names = async (who: PortalActor, folder: string) =>
  ((await ask(who, 'GET', `/folders/${folder}/documents`)).body.items ?? []).map(
    (d: { name: string }) => d.name,
  )

describe('a portal person', () => {
  test('sees the folders of all, of their facilities and of their clients, and what is published in them', async () => {
    const folders = async (who: PortalActor) =>
      (await ask(who, 'GET', '/folders')).body.items.map((f: { name: string }) => f.name)
    expect(await folders(patient)).toEqual(['Policies', 'North clinic', 'Exchange'])
    expect([await folders(neighbour), await folders(nobody)]).toEqual([['Policies'], ['Policies']])
    expect([await names(patient, clinic), await names(patient, o.own)]).toEqual([[], []])
    await o.step(leaflet, 'publish')
    await o.step(letter, 'publish')
    expect([await names(patient, clinic), await names(patient, o.own)]).toEqual([
      ['Leaflet.txt'],
      ['Letter.txt'],
    ])
    const down = await ask(patient, 'GET', `/documents/${letter}/versions/1/content`)
    expect(down.body).toBe(PHI)
    expect((await ask(patient, 'POST', '/documents/search', { q: 'umbrella' })).body.items).toHaveLength(1)
    for (const who of [neighbour, nobody]) {
      for (const path of [
        `/folders/${o.own}`,
        `/folders/${clinic}`,
        `/folders/${o.own}/documents`,
        `/documents/${letter}`,
        `/documents/${leaflet}`,
        `/documents/${letter}/versions/1/content`,
        `/documents/${letter}/versions/1/text`,
      ])
        expect((await ask(who, 'GET', path)).status, path).toBe(404)
      expect((await ask(who, 'POST', '/documents/search', { q: 'umbrella' })).body.items).toEqual([])
    }
  })

  test('sees no draft, no old version and no routes of the staff', async () => {
    await o.addVersion(letter, 1, 'A draft of another letter')
    expect((await ask(patient, 'GET', `/documents/${letter}`)).body.content.n).toBe(1)
    expect((await ask(patient, 'GET', `/documents/${letter}/versions/2/content`)).status).toBe(404)
    expect((await o.s.call(patient, 'GET', `/documents/${letter}`)).status).toBe(403)
    expect((await o.s.call(patient, 'POST', `/documents/${letter}/publish`, {})).status).toBe(403)
    await o.step(letter, 'withdraw')
    expect((await ask(patient, 'GET', `/documents/${letter}`)).status).toBe(404)
  })

  test('puts a document into their client’s folder, which is published once it was read, and nowhere else', async () => {
    const bytes = 'My insurance card, SSN 536-22-8145'
    const announce = (folder: string, who = patient, headers = {}) =>
      ask(who, 'POST', `/folders/${folder}/documents`, { name: 'Card.txt', size: bytes.length }, headers)
    expect([403, 404]).toContain((await announce(clinic)).status)
    expect((await announce(o.own, neighbour)).status).toBe(404)
    const made = await announce(o.own, patient, { 'idempotency-key': 'my-card-once' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const again = await announce(o.own, patient, { 'idempotency-key': 'my-card-once' })
    expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([made.body.id, 'true'])
    const at = `/documents/${made.body.id}/uploads/${made.body.uploadId}`
    const put = (who: PortalActor, from: number, part: string) =>
      ask(who, 'PUT', at, Buffer.from(part), { 'upload-offset': String(from) })
    expect((await put(neighbour, 0, bytes)).status).toBe(404)
    expect((await put(patient, 0, bytes.slice(0, 10))).body).toMatchObject({ offset: 10, complete: false })
    expect((await ask(patient, 'GET', at)).body.received).toBe(10)
    expect((await put(patient, 10, bytes.slice(10))).body.complete).toBe(true)
    expect((await o.get(made.body.id)).body.state).toBe('draft')
    await o.jobs()
    expect((await o.get(made.body.id, o.reader)).body).toMatchObject({ state: 'published', published: 1 })
    expect((await o.download(made.body.id, 1, o.reader)).payload).toBe(bytes)
    expect((await ask(patient, 'GET', `/documents/${made.body.id}/versions/1/content`)).body).toBe(bytes)
  })

  test('does nothing else, by bare SQL either', async () => {
    const as = (sql: string, values: unknown[]) =>
      o.s.services.db.withContext({ orgId: o.s.world.orgId, userId: patient.id }, (tx) =>
        tx.client.query(sql, values),
      )
    const touched = async (sql: string, values: unknown[]) => (await as(sql, values)).rowCount
    expect(await touched("update documents set state = 'withdrawn' where id = $1", [leaflet])).toBe(0)
    expect(await touched('update folders set parent_id = null where id = $1', [o.own])).toBe(0)
    expect(await touched('select 1 from document_links', [])).toBe(0)
    await expect(
      as(
        "insert into documents (org_id, id, folder_id, name_key, sealed_name, created_by) values (wk_org(), gen_random_uuid(), $1, 'x', 'x', wk_user())",
        [clinic],
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(
        "insert into folders (org_id, id, client_id, name_key, sealed_name) values (wk_org(), gen_random_uuid(), $1, 'x', 'x')",
        [o.clientId],
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('is asked to read, and says to have', async () => {
    await o.good(o.call(o.writer, 'PUT', `/documents/${leaflet}/reading`, { portal: true }))
    const mine = async (who: PortalActor) => (await ask(who, 'GET', '/reading')).body.items.length
    expect([await mine(patient), await mine(neighbour)]).toEqual([1, 0])
    expect((await ask(patient, 'POST', `/documents/${leaflet}/acknowledge`, { n: 1 })).status).toBe(200)
    expect(await mine(patient)).toBe(0)
    const { body } = await o.call(o.writer, 'GET', `/documents/${leaflet}/reading`)
    expect(body.people).toEqual([expect.objectContaining({ userId: patient.id, name: 'Wanda Q', n: 1 })])
  })
})

test('staff of another facility do not see what is of one alone, those of none do', async () => {
  const { orgId } = o.s.world
  const elsewhere = await o.s.world.custom(['documents:read'], {})
  const see = async () => (await o.call(elsewhere, 'GET', `/folders/${clinic}`)).status
  expect(await see()).toBe(200)
  await o.s.owner.query("insert into facilities (org_id, id, name) values ($1, gen_random_uuid(), 'Hills')", [
    orgId,
  ])
  await o.s.owner.query(
    "insert into user_facilities (org_id, user_id, facility_id) select $1, $2, id from facilities where org_id = $1 and name = 'Hills'",
    [orgId, elsewhere.id],
  )
  expect(await see()).toBe(404)
})
