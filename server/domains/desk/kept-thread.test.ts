import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roleUrl } from '../../platform/db/migrate.ts'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'

// A thread's page is kept as it was shown. Every read must answer what the messages say now, copy or none.

let d: Desk
let officer: Person
let id: string
beforeAll(async () => {
  d = await startDesk()
  officer = await d.s.world.custom(
    ['tickets:read', 'tickets:create', 'tickets:write', 'tickets:merge', 'files:purge', 'files:clear'],
    {},
  )
  id = await d.open({ body: 'the first' }, officer)
  for (let i = 0; i < 9; i++) await d.say(id, `“message” ${i} \\ <b>🖨</b>\nand more`, {}, officer)
})
afterAll(() => d.s.stop())

const kept = async (ticket = id) =>
  (await d.s.owner.query('select * from ticket_threads where ticket_id = $1', [ticket])).rows[0]
const forget = () => d.s.owner.query('delete from ticket_threads')
/** Reads until there is a copy: it is made beside the answer, and that of an earlier read may still be on its way. */
async function keep(ticket = id) {
  await d.read(ticket, officer)
  let seen: unknown
  const rests = async () => {
    const before = seen
    seen = await kept(ticket)
    return seen !== undefined && isDeepStrictEqual(seen, before)
  }
  await expect.poll(rests, { interval: 100, timeout: 10_000 }).toBe(true)
  return kept(ticket)
}
/** What the copy answers, and what is answered without one, must be the same. */
async function bothWays(ticket = id) {
  const copy = await keep(ticket)
  const copied = await d.read(ticket, officer)
  expect(await kept(ticket)).toEqual(copy)
  await forget()
  expect(copied).toEqual(await d.read(ticket, officer))
  return copied.thread
}

it('answers the same from the copy as from the messages, and is recorded the same', async () => {
  const thread = await bothWays()
  expect(thread.items).toHaveLength(10)
  expect(thread.items[9].body).toBe('“message” 8 \\ <b>🖨</b>\nand more')
  const facts = (await d.events('ticket.read', id)).map((e) => e.facts)
  expect(new Set(facts.map((f) => JSON.stringify(f)))).toEqual(new Set(['{"messages":10}']))
})

it('holds the words in no readable form, in bytes that open for this ticket alone', async () => {
  const { sealed_page: page } = await keep()
  expect(Buffer.from(page, 'base64').includes('message')).toBe(false)
  const other = await d.open({ body: 'another' }, officer)
  for (let i = 0; i < 9; i++) await d.say(other, `other ${i}`, {}, officer)
  await keep(other)
  await d.s.owner.query('update ticket_threads set sealed_page = $1 where ticket_id = $2', [page, other])
  // What doesn't open is no copy: the messages are asked.
  expect((await d.read(other, officer)).thread.items.at(-1).body).toBe('other 8')
})

it('follows every change: a reply, an edit, what was cleared, its author’s name, a purge', async () => {
  await keep()
  const said = await d.say(id, SUSPECT, {}, officer)
  let items = (await bothWays()).items
  expect(items.at(-1)).toMatchObject({ phiState: 'suspected', masked: true })
  expect(JSON.stringify(items)).not.toContain('8145')

  await keep()
  const path = `/tickets/${id}/messages/${said.body.id}`
  await d.call(officer, 'PATCH', path, { body: `${SUSPECT} plum` }, { 'if-match': '"1"' })
  items = (await bothWays()).items
  expect(items.at(-1)).toMatchObject({ version: 2, phiState: 'suspected' })
  expect(items.at(-1).body).toContain('plum')

  await keep()
  await d.s.owner.query("update users set display_name = 'Renamed' where id = $1", [officer.id])
  expect((await bothWays()).items[0].authorName).toBe('Renamed')

  await keep()
  expect((await d.call(officer, 'POST', `${path}/clear`, { reason: 'made up' })).status).toBe(200)
  expect((await bothWays()).items.at(-1)).toMatchObject({ phiState: 'cleared', masked: false })

  const again = await d.say(id, SUSPECT, {}, officer)
  await keep()
  const purge = await d.call(officer, 'POST', `/tickets/${id}/messages/${again.body.id}/purge`, {
    reason: 'Not ours to keep',
  })
  expect(purge.status).toBe(200)
  // Gone with the key it was sealed under, not only out of date.
  expect(await kept()).toBeUndefined()
  expect((await bothWays()).items.at(-1)).toMatchObject({ phiState: 'purged', body: null })
})

it('keeps nothing for those beyond the wall, under a key that was replaced, or of messages that changed', async () => {
  const { items, authors, sealed_page: page } = await keep()
  const { wrapped } = (await d.s.owner.query('select wrapped from deks where subject_id = $1', [id])).rows[0]
  const shownNow = async () =>
    (await d.s.owner.query('select sha256(wk_thread_page($1, $2, null, 51)) as s', [d.s.world.orgId, id]))
      .rows[0].s
  const outside = await d.s.world.person('technician', 'outside')
  const app = new pg.Client({ connectionString: roleUrl(d.s.ownerUrl, 'wellkeep_app') })
  await app.connect()
  try {
    const keepAs = async (user: string, key: Buffer, shown: Buffer) => {
      await forget()
      await app.query('select wk_keep_thread($1, $2, $3, $4, 51, $5, 1, $6, $7, $8)', [
        d.s.world.orgId,
        user,
        id,
        key,
        shown,
        items,
        authors,
        page,
      ])
      return (await kept()) !== undefined
    }
    const shown = await shownNow()
    expect(await keepAs(outside.id, wrapped, shown)).toBe(false)
    expect(await keepAs(officer.id, Buffer.from('another key'), shown)).toBe(false)
    expect(await keepAs(officer.id, wrapped, shown)).toBe(true)
    // Whoever was shown the thread before this comes too late with it.
    const { rows } = await d.s.owner.query('select id from ticket_messages where ticket_id = $1 limit 1', [
      id,
    ])
    await d.s.owner.query('update ticket_messages set edited_at = now() where id = $1', [rows[0].id])
    expect(await kept()).toBeUndefined()
    expect(await keepAs(officer.id, wrapped, shown)).toBe(false)
    expect(await keepAs(officer.id, wrapped, await shownNow())).toBe(true)
    // It waits for nobody who holds the ticket.
    await app.query("set statement_timeout = '5s'")
    await d.s.owner.query('begin')
    await d.s.owner.query('select 1 from tickets where id = $1 for no key update', [id])
    expect(await keepAs(officer.id, wrapped, await shownNow())).toBe(false)
    await d.s.owner.query('rollback')
    for (const sql of [
      'select * from ticket_threads',
      'select wk_thread_page(gen_random_uuid(), gen_random_uuid(), null, 1)',
    ])
      await expect(app.query(sql)).rejects.toThrow(/permission denied/)
    expect((await d.call(outside, 'GET', `/tickets/${id}`)).status).toBe(404)
  } finally {
    await app.end()
  }
})
