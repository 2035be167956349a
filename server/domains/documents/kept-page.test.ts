import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roleUrl } from '../../platform/db/migrate.ts'
import { HARMLESS, type Office, type Person, startOffice } from '../../testing/documents.ts'

// Pages of folders are kept as they were shown. Every read must answer what the documents say now, copy or none.

let o: Office
let ids: string[]
beforeAll(async () => {
  o = await startOffice()
  ids = []
  for (let i = 0; i < 12; i++) ids.push(await o.add(o.own, `Plan ${i} “ü”.txt`, HARMLESS, { tags: ['plum'] }))
})
afterAll(() => o.s.stop())

const copies = async () =>
  (await o.s.owner.query('select * from folder_pages where folder_id = $1 order by kept_at', [o.own])).rows
const forget = () => o.s.owner.query('delete from folder_pages')
const list = (who: Person, query = '') => o.good(o.call(who, 'GET', `/folders/${o.own}/documents${query}`))

/** Reads until there is a copy, which is made beside the answer; what it says must be what is said without one. */
async function bothWays(who = o.writer, query = '') {
  await forget()
  const fresh = await list(who, query)
  await expect.poll(async () => (await copies()).length).toBe(1)
  const [before] = await copies()
  expect(await list(who, query)).toEqual(fresh)
  expect(await copies()).toEqual([before])
  return fresh
}
const publish = (id: string) => o.step(id, 'publish')

it('answers the same from the copy as from the documents, and is recorded the same', async () => {
  const page = await bothWays()
  expect(page.items).toHaveLength(12)
  expect(page.items[0]).toMatchObject({ name: 'Plan 11 “ü”.txt', tags: ['plum'], writable: true })
  const [a, b] = (await o.events('document.list', o.own)).slice(-2)
  expect(a.objects).toEqual(page.items.map((d: { id: string }) => d.id))
  expect(b.objects).toEqual(a.objects)
  const first = await bothWays(o.writer, '?limit=10')
  const rest = await list(o.writer, `?limit=10&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items]).toEqual(page.items)
  expect(rest.nextCursor).toBeNull()
})

it('tells nobody what was shown to another', async () => {
  await bothWays()
  // A reader is shown what is published: nothing yet.
  expect((await list(o.reader)).items).toEqual([])
  for (const id of ids.slice(0, 11)) expect((await publish(id)).status).toBe(200)
  const read = await bothWays(o.reader)
  expect(read.items).toHaveLength(11)
  expect(read.items[0].writable).toBe(false)
  const written = await list(o.writer)
  expect(written.items).toHaveLength(12)
  expect(written.items[0].writable).toBe(true)
  expect((await o.call(o.outsider, 'GET', `/folders/${o.own}/documents`)).status).toBe(404)
})

it('holds the names in no readable form, and what does not open is no copy', async () => {
  await bothWays()
  const [{ sealed_page: page }] = await copies()
  expect(Buffer.from(page, 'base64').includes('Plan')).toBe(false)
  const turned = Buffer.from(page, 'base64')
  turned[40]! ^= 1
  await o.s.owner.query('update folder_pages set sealed_page = $1', [turned.toString('base64')])
  expect((await list(o.writer)).items).toHaveLength(12)
})

it('follows every change: a name, a state, what a scan found, who checked out, a day that came, an author’s name', async () => {
  await bothWays()
  expect((await o.patch(ids[0]!, { name: 'Renamed.txt' })).status).toBe(200)
  expect((await bothWays()).items[0].name).toBe('Renamed.txt')
  expect((await o.step(ids[1]!, 'check-out')).status).toBe(200)
  expect((await bothWays()).items.filter((d: { checkedOut: unknown }) => d.checkedOut)).toHaveLength(1)
  await o.s.owner.query("update files set state = 'suspected' where owner_id = $1", [ids[6]])
  expect(
    (await bothWays()).items.filter((d: { content: { state: string } }) => d.content.state === 'suspected'),
  ).toHaveLength(1)
  const more = await o.addVersion(ids[6]!, 1, HARMLESS)
  expect(more.status).toBe(200)
  expect((await bothWays()).items.filter((d: { latest: number }) => d.latest === 2)).toHaveLength(1)
  await o.s.owner.query("update users set display_name = 'Another name' where id = $1", [o.writer.id])
  expect((await bothWays()).items[0].updatedByName).toBe('Another name')
  const row = "update documents set expires_at = now() + interval '1 second' where id = $1"
  await o.s.owner.query(row, [ids[2]])
  await list(o.writer)
  await expect
    .poll(async () => (await list(o.writer)).items.filter((d: { expired: boolean }) => d.expired).length)
    .toBe(1)
})

it('leaves nothing behind of what was destroyed, moved away or lost its key', async () => {
  const gone = async (sql: string, values: unknown[]) => {
    await bothWays()
    await o.s.owner.query(sql, values)
    return (await copies()).length === 0
  }
  const unwrap = 'update deks set wrapped = $2 where subject_id = $1'
  const { wrapped } = (await o.s.owner.query('select wrapped from deks where subject_id = $1', [ids[3]]))
    .rows[0]
  expect(await gone(unwrap, [ids[3], Buffer.alloc(61)])).toBe(true)
  await o.s.owner.query(unwrap, [ids[3], wrapped])
  const other = (await o.folder({ name: 'Elsewhere', clientId: o.clientId })).id
  expect(await gone('update documents set folder_id = $2 where id = $1', [ids[4], other])).toBe(true)
  expect(
    await gone(
      'update documents set purged_at = now(), sealed_name = null, sealed_tags = null where id = $1',
      [ids[5]],
    ),
  ).toBe(true)
})

it('keeps nothing for those beyond the wall, under a key that was replaced, of documents that changed', async () => {
  await bothWays()
  const [{ sealed_page: sealed }] = await copies()
  const { wrapped } = (await o.s.owner.query('select wrapped from deks where subject_id = $1', [o.own]))
    .rows[0]
  const app = new pg.Client({ connectionString: roleUrl(o.s.ownerUrl, 'wellkeep_app') })
  await app.connect()
  try {
    const of = [o.s.world.orgId, o.writer.id, o.own]
    const shownNow = async () => {
      await forget()
      const page = 'select shown from wk_page_of_folder($1, $2, $3, true, null, null, null, 50, 1)'
      return (await app.query(page, of)).rows[0].shown
    }
    const keepAs = async (user: string, key: Buffer, shown: Buffer) => {
      await forget()
      await app.query('select wk_keep_folder_page($1, $2, $3, $4, true, null, null, 50, 1, $5, $6)', [
        ...[of[0], user, of[2], key, shown],
        sealed,
      ])
      return (await copies()).length === 1
    }
    const shown = await shownNow()
    expect(await keepAs(o.outsider.id, wrapped, shown)).toBe(false)
    expect(await keepAs(o.writer.id, Buffer.from('another key'), shown)).toBe(false)
    expect(await keepAs(o.writer.id, wrapped, shown)).toBe(true)
    // Whoever was shown the page before this comes too late with it.
    await o.s.owner.query('update documents set review_on = current_date where id = $1', [ids[7]])
    expect(await copies()).toEqual([])
    expect(await keepAs(o.writer.id, wrapped, shown)).toBe(false)
    expect(await keepAs(o.writer.id, wrapped, await shownNow())).toBe(true)
    // It waits for nobody who changes a document.
    await app.query("set statement_timeout = '5s'")
    const now = await shownNow()
    const other = new pg.Client({ connectionString: o.s.ownerUrl })
    await other.connect()
    await other.query('begin')
    await other.query('update documents set review_on = null where id = $1', [ids[7]])
    expect(await keepAs(o.writer.id, wrapped, now)).toBe(false)
    await other.query('rollback')
    await other.end()
    expect(await keepAs(o.writer.id, wrapped, now)).toBe(true)
    await expect(app.query('select * from folder_pages')).rejects.toThrow(/permission denied/)
  } finally {
    await app.end()
  }
})

it('keeps few', async () => {
  await forget()
  for (let limit = 10; limit < 30; limit++) {
    await list(o.writer, `?limit=${limit}`)
    await expect.poll(async () => (await copies()).length).toBe(Math.min(limit - 9, 16))
  }
})
