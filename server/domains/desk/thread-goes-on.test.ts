import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { roleUrl } from '../../platform/db/migrate.ts'
import { THREAD_FORMAT } from './records.ts'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'

// A page that was kept serves also when messages came after it, and always answers what the messages say.

let d: Desk
let officer: Person
let app: pg.Client
beforeAll(async () => {
  d = await startDesk()
  officer = await d.s.world.custom(['tickets:read', 'tickets:create', 'tickets:write'], {})
  app = new pg.Client({ connectionString: roleUrl(d.s.ownerUrl, 'wellkeep_app') })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await d.s.stop()
})

const kept = async (id: string) =>
  (await d.s.owner.query('select * from ticket_threads where ticket_id = $1', [id])).rows[0]
/** Reads until the copy stands for all messages. */
async function keep(id: string) {
  const read = async () => {
    await d.read(id)
    const [copy, ticket] = [await kept(id), await d.row(id)]
    return copy?.messages === ticket.message_count
  }
  await expect.poll(read, { interval: 50, timeout: 10_000 }).toBe(true)
}
async function thread(messages: number): Promise<string> {
  const id = await d.open({ body: 'the first' })
  for (let i = 1; i < messages; i++) await d.say(id, `message ${i}`)
  await keep(id)
  return id
}
/** What the database gives for a read: whether a page, and how many bytes beside it. */
async function given(id: string, format = THREAD_FORMAT) {
  await app.query('begin')
  await app.query('select wk_enter($1, $2)', [d.s.world.orgId, d.tech.id])
  const { rows } = await app.query(
    'select page is not null as page, length(ticket) as bytes from wk_show_ticket($1, null, 51, $2)',
    [id, format],
  )
  await app.query('rollback')
  return rows[0] as { page: boolean; bytes: number }
}
/** The thread as it is shown with the copy, which must be what is shown without one. */
async function shown(id: string) {
  const { thread } = await d.read(id)
  await d.s.owner.query('delete from ticket_threads')
  expect(thread).toEqual((await d.read(id)).thread)
  return thread
}

it('opens only what was written since, and keeps the page with it', async () => {
  const id = await thread(30)
  const before = await given(id)
  await d.say(id, 'and one', {}, officer)
  const after = await given(id)
  expect([before.page, after.page]).toEqual([true, true])
  expect(after.bytes).toBeLessThan(before.bytes + 1000)
  // A process of an earlier version, which would show the page alone, is given the messages.
  await d.s.owner.query('update ticket_threads set format = 1')
  expect(await given(id, 1)).toMatchObject({ page: false })
  await d.s.owner.query('update ticket_threads set format = $1', [THREAD_FORMAT])
  await keep(id)
  expect(await given(id)).toEqual(before)
  expect((await kept(id)).authors.toSorted()).toEqual([d.tech.id, officer.id].toSorted())
  await d.say(id, SUSPECT)
  const { items, earlier } = await shown(id)
  expect([items.length, earlier]).toEqual([32, null])
  expect(items.at(-2)).toMatchObject({ body: 'and one', authorId: officer.id })
  expect(items.at(-1)).toMatchObject({ masked: true })
})

it('lets the oldest go where the page is full, and says where the earlier ones are', async () => {
  const id = await thread(49)
  for (const body of ['fifty', 'fifty-one', 'fifty-two']) {
    await d.say(id, body)
    if (body === 'fifty-one') await keep(id)
  }
  const { items, earlier } = await shown(id)
  expect([items.length, items[0].body, items.at(-1).body]).toEqual([50, 'message 2', 'fifty-two'])
  expect(earlier).toBe(items[0].id)
})

it('shows in its place what somebody wrote whose clock was behind', async () => {
  const id = await thread(10)
  const { last_id } = await kept(id)
  await d.say(id, 'late')
  const early = `00000000${last_id.slice(8)}`
  await d.s.owner.query(
    `insert into ticket_messages (org_id, id, ticket_id, kind, author_id, phi_state, purged_at)
      select org_id, $2, ticket_id, kind, author_id, 'purged', now() from ticket_messages where id = $1`,
    [last_id, early],
  )
  await d.s.owner.query('update tickets set message_count = message_count + 1 where id = $1', [id])
  expect(await given(id)).toMatchObject({ page: false })
  expect((await shown(id)).items[0].id).toBe(early)
})

it('opens all of it where much came after, a message changed, or its author is called otherwise', async () => {
  const id = await thread(8)
  await d.say(id, 'one more', {}, officer)
  await keep(id)
  await d.s.owner.query("update users set display_name = 'Renamed' where id = $1", [officer.id])
  expect((await given(id)).page).toBe(false)
  expect((await shown(id)).items.at(-1).authorName).toBe('Renamed')
  await keep(id)
  const { items } = (await d.read(id)).thread
  const path = `/tickets/${id}/messages/${items.at(-1).id}`
  await d.call(officer, 'PATCH', path, { body: 'one more, corrected' }, { 'if-match': '"1"' })
  expect(await kept(id)).toBeUndefined()
  await keep(id)
  for (let i = 0; i < 21; i++) await d.say(id, `more ${i}`)
  expect((await given(id)).page).toBe(false)
  expect((await shown(id)).items).toHaveLength(30)
})

it('keeps nothing for those beyond the wall, nor of messages that are not those', async () => {
  const id = await thread(8)
  await d.say(id, 'one more')
  const { items, authors, sealed_page: page, messages, last_id } = await kept(id)
  const { wrapped } = (await d.s.owner.query('select wrapped from deks where subject_id = $1', [id])).rows[0]
  const { rows } = await d.s.owner.query('select sha256(wk_thread_since($1, $2, $3, 1)) as s', [
    d.s.world.orgId,
    id,
    last_id,
  ])
  const outside = await d.s.world.person('technician', 'outside')
  const extendAs = async (user: string, key: Buffer, base: number, hash: Buffer) => {
    const values = [d.s.world.orgId, user, id, key, base, hash, THREAD_FORMAT, items + 1, authors, page]
    await app.query('select wk_extend_thread($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', values)
    return (await kept(id)).messages === messages + 1
  }
  const right = rows[0].s
  expect(await extendAs(outside.id, wrapped, messages, right)).toBe(false)
  expect(await extendAs(d.tech.id, Buffer.from('another key'), messages, right)).toBe(false)
  expect(await extendAs(d.tech.id, wrapped, messages - 1, right)).toBe(false)
  expect(await extendAs(d.tech.id, wrapped, messages, Buffer.alloc(32))).toBe(false)
  await d.say(id, 'and another')
  expect(await extendAs(d.tech.id, wrapped, messages, right)).toBe(false)
  await expect(app.query('select wk_thread_since($1, $1, $1, 1)', [id])).rejects.toThrow(/permission denied/)
})
