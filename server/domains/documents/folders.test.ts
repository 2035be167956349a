import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HARMLESS, type Office, startOffice } from '../../testing/documents.ts'

let o: Office
beforeAll(async () => {
  o = await startOffice()
})
afterAll(() => o.s.stop())

const list = async (query = '', who = o.writer) =>
  (await o.good(o.call(who, 'GET', `/folders${query}`))).items.map((f: { name: string }) => f.name)
const patch = async (id: string, body: object, who = o.writer) => {
  const { headers } = await o.call(who, 'GET', `/folders/${id}`)
  return o.call(who, 'PATCH', `/folders/${id}`, body, { 'if-match': String(headers.etag) })
}

describe('a folder', () => {
  test('holds others, is found by its path, renamed and removed when it is empty', async () => {
    const inner = await o.folder({ name: 'Hygiene', parentId: o.shared })
    const deep = await o.folder({ name: 'Hands', parentId: inner.id })
    expect((await o.call(o.reader, 'GET', `/folders/${deep.id}`)).body).toMatchObject({
      name: 'Hands',
      path: [{ name: 'Policies' }, { name: 'Hygiene' }],
      writable: false,
    })
    expect((await patch(deep.id, { name: 'Clean hands' })).body.name).toBe('Clean hands')
    expect(await list(`?parentId=${inner.id}`)).toEqual(['Clean hands'])
    expect((await o.call(o.writer, 'DELETE', `/folders/${inner.id}`)).body.type).toContain('not-empty')
    expect((await o.call(o.writer, 'DELETE', `/folders/${deep.id}`)).status).toBe(204)
    expect((await o.call(o.writer, 'GET', `/folders/${deep.id}`)).status).toBe(404)
    expect(await o.events('folder.remove', deep.id)).toHaveLength(1)
  })

  test('does not move into itself, however deep, by two moves at once or by bare SQL', async () => {
    const a = (await o.folder({ name: 'A' })).id
    const b = (await o.folder({ name: 'B', parentId: a })).id
    const c = (await o.folder({ name: 'C', parentId: b })).id
    for (const into of [a, b, c])
      expect((await patch(a, { parentId: into })).body.errors).toEqual([
        { field: 'parentId', message: 'lies in this folder itself' },
      ])
    const x = (await o.folder({ name: 'X' })).id
    const y = (await o.folder({ name: 'Y' })).id
    const both = await Promise.all([patch(x, { parentId: y }), patch(y, { parentId: x })])
    expect(both.map((r) => r.status).sort()).toEqual([200, 422])
    await expect(o.s.owner.query('update folders set parent_id = $2 where id = $1', [a, c])).rejects.toThrow(
      /itself/,
    )
    expect((await patch(b, { parentId: null })).status).toBe(200)
    expect((await o.call(o.writer, 'GET', `/folders/${c}`)).body.path).toEqual([{ id: b, name: 'B' }])
  })

  test('is nested forty deep and no deeper', async () => {
    let parentId: string = (await o.folder({ name: 'Down' })).id
    let status = 201
    for (let i = 0; status === 201 && i < 60; i++) {
      const made = await o.call(o.writer, 'POST', '/folders', { name: `${i}`, parentId })
      status = made.status
      if (status === 201) parentId = made.body.id
    }
    expect(status).toBe(422)
    expect((await o.call(o.writer, 'GET', `/folders/${parentId}`)).body.path.length).toBe(40)
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\Letters', 'Letters'],
    ['Cafe\u0301', 'Café'],
    ['sa\u202Efdp.exe', 'safdp.exe'],
    ['a\u0000b\u200Bc', 'abc'],
    ['  lots   of  space . ', 'lots of space'],
    ['CON', '_CON'],
    ['日本語 🏥', '日本語 🏥'],
  ])('takes %j as %j', async (given, kept) => {
    const made = await o.folder({ name: given, parentId: o.own })
    expect(made.name).toBe(kept)
  })

  test.each(['..', '/', '\u200B', '   ', '', 'x/..'])('takes no name such as %j', async (name) => {
    const refused = await o.call(o.writer, 'POST', '/folders', { name, parentId: o.own })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'name' }] } })
  })

  test('stays private or shared, and who sees it is said of the outermost', async () => {
    expect((await patch(o.own, { parentId: o.shared })).status).toBe(422)
    expect((await patch(o.shared, { parentId: o.own })).status).toBe(422)
    const inner = await o.folder({ name: 'Inner', parentId: o.shared })
    expect((await patch(inner.id, { facilityIds: [o.s.world.facilityId] })).status).toBe(422)
    const clinic = await o.folder({ name: 'North clinic', facilityIds: [o.s.world.facilityId] })
    const below = await o.folder({ name: 'Below', parentId: clinic.id })
    expect(below.facilityIds).toEqual([o.s.world.facilityId])
    const id = await o.add(below.id, 'There.txt', HARMLESS)
    await patch(clinic.id, { facilityIds: [] })
    const { rows } = await o.s.owner.query('select facility_ids from documents where id = $1', [id])
    expect(rows[0].facility_ids).toEqual([])
    expect((await patch(clinic.id, { facilityIds: [o.clientId] })).body.errors[0].field).toBe('facilityIds')
    const wrong = await o.call(o.writer, 'POST', '/folders', {
      name: 'x',
      parentId: o.shared,
      clientId: o.clientId,
    })
    expect(wrong.status).toBe(422)
  })
})

describe('walls', () => {
  test('hide a client’s folders from outside, from who lacks the class, and in every list', async () => {
    const id = await o.add(o.own, 'Result.txt', HARMLESS)
    await o.step(id, 'publish')
    const plain = await o.s.world.custom(['documents:read', 'documents:write'], { contact: 'write' })
    for (const who of [o.outsider, plain]) {
      for (const path of [
        `/folders/${o.own}`,
        `/folders/${o.own}/documents`,
        `/folders?parentId=${o.own}`,
        `/documents/${id}`,
        `/documents/${id}/versions`,
        `/documents/${id}/versions/1/content`,
        `/documents/${id}/versions/1/preview`,
        `/documents/${id}/versions/1/text`,
      ])
        expect([403, 404], path).toContain((await o.call(who, 'GET', path)).status)
      const made = await o.call(who, 'POST', `/folders/${o.own}/documents`, { name: 'x', size: 1 })
      expect([403, 404]).toContain(made.status)
      expect((await o.call(who, 'GET', `/folders?clientId=${o.clientId}`)).body.items ?? []).toEqual([])
    }
    const made = await o.call(o.outsider, 'POST', '/folders', { name: 'x', clientId: o.clientId })
    expect([403, 404, 422]).toContain(made.status)
    // A document does not move to where its mover may not write.
    const shared = await o.add(o.shared, 'Mine.txt', HARMLESS, {}, o.outsider)
    expect((await o.patch(shared, { folderId: o.own }, o.outsider)).status).toBe(404)
  })

  test('follow a client that moves to another group', async () => {
    const { s } = o
    const move = (group: string) =>
      s.owner.query('update clients set group_id = $2 where id = $1', [o.clientId, group])
    await move(s.world.otherGroupId)
    expect((await o.call(o.writer, 'GET', `/folders/${o.own}`)).status).toBe(404)
    expect((await o.call(o.outsider, 'GET', `/folders/${o.own}`)).status).toBe(200)
    expect(await o.names(o.own, o.outsider)).toContain('Result.txt')
    await move(s.world.groupId)
    expect(await o.names(o.own)).toContain('Result.txt')
  })

  test('hold drafts and old versions back from readers by bare SQL too', async () => {
    const id = await o.add(o.shared, 'Draft.txt', HARMLESS)
    const sees = (sql: string) =>
      o.s.services.db.withContext(
        { orgId: o.s.world.orgId, userId: o.reader.id },
        async (tx) => (await tx.client.query(sql, [id])).rowCount,
      )
    const all = async () => [
      await sees('select 1 from documents where id = $1'),
      await sees('select 1 from document_versions where document_id = $1'),
      await sees('select 1 from files where owner_id = $1'),
      await sees('select 1 from deks where subject_id = $1'),
    ]
    expect(await all()).toEqual([0, 0, 0, 0])
    await o.step(id, 'publish')
    await o.addVersion(id, 1, `${HARMLESS} More.`)
    expect(await all()).toEqual([1, 1, 1, 1])
  })
})

describe('a long life', () => {
  test('of a thousand versions is listed page by page, and the first one comes back', async () => {
    const id = await o.add(o.shared, 'Long.txt', 'the first of all')
    await o.s.owner.query(
      `insert into document_versions (org_id, id, document_id, n, base, file_id, author_id, completed_at)
        select org_id, gen_random_uuid(), document_id, g, g - 1, file_id, author_id, now() from document_versions, generate_series(2, 1000) g where document_id = $1`,
      [id],
    )
    await o.s.owner.query('update documents set latest = 1000, allotted = 1000 where id = $1', [id])
    const seen: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { n: number }[]; nextCursor: string | null } = await o.good(
        o.call(o.writer, 'GET', `/documents/${id}/versions?limit=100${cursor && `&cursor=${cursor}`}`),
      )
      seen.push(...page.items.map((v) => v.n))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => 1000 - i))
    expect((await o.step(id, 'restore', { n: 1 })).body.latest).toBe(1001)
    expect((await o.download(id, 1001)).payload).toBe('the first of all')
  })

  test('a server that dies in the middle of a publication has published nothing', async () => {
    const id = await o.add(o.shared, 'Killed.txt', HARMLESS)
    const etag = String((await o.get(id)).headers.etag)
    await o.s.owner.query('begin')
    await o.s.owner.query('select 1 from documents where id = $1 for update', [id])
    const publishing = o.call(o.writer, 'POST', `/documents/${id}/publish`, {}, { 'if-match': etag })
    await expect
      .poll(
        async () =>
          (
            await o.s.owner.query(
              "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
            )
          ).rowCount,
      )
      .toBe(1)
    await o.s.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )
    expect((await publishing).status).toBe(503)
    await o.s.owner.query('rollback')
    expect((await o.get(id)).body.state).toBe('draft')
    expect(await o.events('document.publish', id)).toEqual([])
    expect(
      (await o.call(o.writer, 'POST', `/documents/${id}/publish`, {}, { 'if-match': etag })).status,
    ).toBe(200)
  })
})
