import { createDecipheriv } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSubject } from '../../platform/keys/subjects.ts'
import { type Desk, type Person, SUSPECT, startDesk } from './testing/desk.ts'

// Purging a message's text: it opens nowhere any more, neither in any row nor by the key that it was sealed under.

let d: Desk
let officer: Person
beforeAll(async () => {
  d = await startDesk()
  officer = await d.s.world.custom(
    ['tickets:read', 'tickets:create', 'tickets:write', 'tickets:merge', 'files:purge'],
    {},
  )
})
afterAll(() => d.s.stop())

const keyOf = (id: string) =>
  d.s.services.db.withContext({ orgId: d.s.world.orgId, userId: officer.id }, (tx) =>
    openSubject(d.s.services.keys, tx, id),
  )

/** Every stored byte string and every base64 of a log event, with where it stands. */
async function everySealed(): Promise<{ table: string; column: string; row: string; bytes: Buffer }[]> {
  const { rows: columns } = await d.s.owner.query(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'bytea'",
  )
  const out = []
  for (const { table_name: table, column_name: column } of columns) {
    const { rows } = await d.s.owner.query(
      `select to_jsonb(t) ->> 'id' as id, to_jsonb(t) ->> 'user_id' as user, ${column} as bytes from ${table} t where ${column} is not null`,
    )
    for (const r of rows) out.push({ table, column, row: r.id ?? r.user ?? '', bytes: r.bytes })
  }
  const { rows } = await d.s.owner.query('select id, leaf from audit_events')
  for (const r of rows)
    for (const [column, text] of Object.entries(JSON.parse(r.leaf).event.sealed ?? {}))
      out.push({ table: 'audit_events', column, row: r.id, bytes: Buffer.from(text as string, 'base64') })
  return out
}

/** Whether a key opens bytes, without regard to where they belong (the tag alone says so only with the AAD, so decrypt anyway). */
function decrypted(key: Buffer, s: { bytes: Buffer }): string {
  if (s.bytes.length < 29) return ''
  const decipher = createDecipheriv('aes-256-gcm', key, s.bytes.subarray(1, 13), { authTagLength: 16 })
  // Without final(): what the bytes would say under this key, were they moved here or there.
  return decipher.update(s.bytes.subarray(29)).toString('utf8')
}

it('leaves the text nowhere: not in a row, not under the new key, not under the old one', async () => {
  const created = await d.call(
    officer,
    'POST',
    '/tickets',
    { subject: 'Keeps its subject', body: 'Keeps its words', tags: ['kept'] },
    { 'idempotency-key': 'purge-create-1' },
  )
  const { id } = created.body
  const said = await d.say(id, 'to be edited', {}, officer)
  const edit = (body: string, version: number) =>
    d.call(
      officer,
      'PATCH',
      `/tickets/${id}/messages/${said.body.id}`,
      { body },
      { 'if-match': `"${version}"` },
    )
  await edit('plumcake', 1)
  await edit(SUSPECT, 2)
  const old = await keyOf(id)
  const secret = '536-22-8145'
  const holding = (key: Buffer, text: string, rows: Awaited<ReturnType<typeof everySealed>>) =>
    rows.filter((s) => decrypted(key, s).includes(text)).map((s) => s.table)
  // The search itself finds it while it is there: what is suspected in the row alone, other old and new values in the log.
  const before = await everySealed()
  expect(holding(old, secret, before)).toEqual(['ticket_messages'])
  expect(holding(old, 'plumcake', before)).toEqual(['audit_events', 'audit_events'])

  const purged = await d.call(officer, 'POST', `/tickets/${id}/messages/${said.body.id}/purge`, {
    reason: 'Not ours to keep',
  })
  expect(purged.status, JSON.stringify(purged.body)).toBe(200)
  const fresh = await keyOf(id)
  expect(fresh.equals(old)).toBe(false)
  const rows = await everySealed()
  for (const key of [old, fresh]) expect(holding(key, secret, rows)).toEqual([])
  expect(holding(fresh, 'plumcake', rows)).toEqual([])
  // Under the old key only the log's leaves would say it, and that key is wrapped nowhere any more.
  expect(holding(old, 'plumcake', rows)).toEqual(['audit_events', 'audit_events'])
  for (const s of rows.filter((r) => r.table === 'deks'))
    for (const kek of (await d.s.services.keys.load(d.s.world.orgId)).keks.values())
      expect(decipherRaw(kek, s.bytes).equals(old)).toBe(false)
  expect(
    (await d.s.owner.query('select 1 from ticket_search where source_id = $1', [said.body.id])).rowCount,
  ).toBe(0)

  const read = await d.read(id, officer)
  expect(read).toMatchObject({ subject: 'Keeps its subject', tags: ['kept'], phiState: 'settled' })
  expect(read.thread.items).toMatchObject([{ body: 'Keeps its words' }, { body: null, phiState: 'purged' }])
  expect((await d.events('ticket.message-purge', id))[0]).toMatchObject({
    facts: { ciphertext: purged.body.ciphertextHash },
  })
  expect(
    (await d.call(officer, 'POST', `/tickets/${id}/messages/${said.body.id}/purge`, { reason: 'again' }))
      .status,
  ).toBe(404)
  // A repeat of the create still answers, and tells nothing.
  const again = await d.call(
    officer,
    'POST',
    '/tickets',
    { subject: 'Keeps its subject', body: 'Keeps its words', tags: ['kept'] },
    { 'idempotency-key': 'purge-create-1' },
  )
  expect(again.body).toEqual(created.body)
})

const decipherRaw = (key: Buffer, bytes: Buffer): Buffer =>
  createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13), { authTagLength: 16 }).update(
    bytes.subarray(29),
  )

it('holds for a message that moved: the ticket it left has another key by then', async () => {
  const id = await d.open({ body: SUSPECT }, officer)
  const into = await d.open({}, officer)
  const old = await keyOf(id)
  const { items } = (await d.read(id, officer)).thread
  expect((await d.call(officer, 'POST', `/tickets/${id}/merge`, { into })).status).toBe(200)
  expect((await keyOf(id)).equals(old)).toBe(false)
  const target = await keyOf(into)
  await d.call(officer, 'POST', `/tickets/${into}/messages/${items[0].id}/purge`, {
    reason: 'Not ours to keep',
  })
  const rows = await everySealed()
  for (const key of [old, target, await keyOf(id), await keyOf(into)])
    expect(rows.filter((s) => decrypted(key, s).includes('8145') && s.table !== 'audit_events')).toEqual([])
})
