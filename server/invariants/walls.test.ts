import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleUrl } from '../platform/db/migrate.ts'
import { openSubject } from '../platform/keys/subjects.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'

// Invariant 3: walls hold without the application. These tests speak SQL as the server's own role would if it
// forgot every filter.

let s: TestServer
let app: pg.Client
let clientId: string
let ticketId: string
let inside: string
let outside: string

beforeAll(async () => {
  s = await startTestServer()
  const a = await s.world.person('clinician')
  inside = a.id
  outside = (await s.world.person('clinician', 'outside')).id
  clientId = (
    await s.call(a.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Wanda'] }] },
    })
  ).body.id
  await s.call(a.token, 'POST', `/clients/${clientId}/notes`, { text: 'n' })
  await s.call(a.token, 'POST', `/clients/${clientId}/contacts`, { name: { given: ['C'] } })
  const ticket = await s.call(a.token, 'POST', '/tickets', {
    subject: 'Wanda',
    body: 'n',
    tags: ['t'],
    clientId,
  })
  ticketId = ticket.body.id
  const other = await s.call(a.token, 'POST', '/tickets', { subject: 'Other', clientId })
  const file = await s.call(a.token, 'POST', '/files', {
    ownerType: 'ticket',
    ownerId: ticketId,
    name: 'Wanda.txt',
    size: 1,
  })
  await s.call(a.token, 'PUT', `/files/${file.body.id}/content`, Buffer.from('x'), { 'upload-offset': '0' })
  const folder = await s.call(a.token, 'POST', '/folders', { name: 'Own', clientId })
  const made = await s.call(a.token, 'POST', `/folders/${folder.body.id}/documents`, {
    name: 'D.txt',
    size: 1,
  })
  await s.call(a.token, 'PUT', `/documents/${made.body.id}/uploads/${made.body.uploadId}`, Buffer.from('x'), {
    'upload-offset': '0',
  })
  // What has no route of a clinician's: put there as its owner would.
  await s.owner.query(
    `with t as (select org_id, id, created_by from tickets where id = $1), c as (
        insert into ticket_checklists (org_id, id, ticket_id, name) select org_id, gen_random_uuid(), id, 'c' from t
      ), e as (
        insert into ticket_steps (org_id, id, ticket_id, title) select org_id, gen_random_uuid(), id, 's' from t
      ), n as (
        insert into notifications (org_id, id, user_id, ticket_id, kind) select org_id, gen_random_uuid(), created_by, id, 'reply' from t
        union all select org_id, gen_random_uuid(), $3, id, 'reply' from t
      ), r as (
        insert into ticket_reminders (org_id, ticket_id, at, set_by) select org_id, id, now() + interval '1 day', created_by from t
      ), v as (
        insert into ticket_viewers (org_id, ticket_id, user_id) select org_id, id, created_by from t
      ), o as (
        insert into ticket_close_overrides (org_id, id, ticket_id, user_id, sealed_reason, missing)
        select org_id, gen_random_uuid(), id, created_by, 'x', '[]' from t
      )
      insert into ticket_links (org_id, ticket_id, other_id, kind) select org_id, id, $2, 'relates' from t`,
    [ticketId, other.body.id, outside],
  )
  app = new pg.Client({ connectionString: roleUrl(s.ownerUrl, 'wellkeep_app') })
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await s.stop()
})

const WALLED = [
  'clients',
  'client_search',
  'client_contacts',
  'client_notes',
  'client_resources',
  'client_relationships',
  'tickets',
  'ticket_messages',
  'ticket_search',
  'ticket_status_spans',
  'ticket_links',
  'ticket_watchers',
  'ticket_checklists',
  'ticket_steps',
  'ticket_outbox',
  'ticket_reminders',
  'ticket_close_overrides',
  'ticket_viewers',
  'notifications',
  'files',
  'file_parts',
  'folders',
  'documents',
  'document_versions',
  'document_search',
]
async function as<T>(user: string | null, work: () => Promise<T>, org = s.world.orgId): Promise<T> {
  await app.query('begin')
  try {
    if (user) await app.query('select wk_enter($1, $2)', [org, user])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

describe('row-level security', () => {
  it('covers every table: none is without it', async () => {
    const { rows } =
      await s.owner.query(`select c.relname, c.relrowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relrowsecurity`)
    // Limits are kept before anybody is known, under HMACs; migrations are the owner's own list. Neither is granted.
    expect(rows.map((r) => r.relname).sort()).toEqual(['rate_limits', 'schema_migrations'])
    const granted = await s.owner.query(`select table_name from information_schema.role_table_grants
      where grantee like 'wellkeep_%' and table_name in ('rate_limits', 'schema_migrations')`)
    expect(granted.rows).toEqual([])
  })
  it('binds roles that own nothing and bypass nothing', async () => {
    const { rows } = await s.owner.query(
      "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname like 'wellkeep_%'",
    )
    expect(rows).toHaveLength(2)
    for (const r of rows)
      expect(r).toMatchObject({
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
      })
    const owned = await s.owner.query(
      "select count(*)::int as n from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'wellkeep_%'",
    )
    expect(owned.rows[0].n).toBe(0)
  })
  it.each(WALLED)('shows no row of %s without a context', async (table) => {
    expect(await as(null, async () => (await app.query(`select * from ${table}`)).rows)).toEqual([])
  })
  it.each(WALLED)('shows no row of %s beyond the wall, whatever the query', async (table) => {
    expect(await as(outside, async () => (await app.query(`select * from ${table}`)).rows)).toEqual([])
  })
  it('shows the rows inside the wall', async () => {
    for (const table of ['clients', 'client_search', 'client_contacts', 'client_notes'])
      expect(await as(inside, async () => (await app.query(`select * from ${table}`)).rowCount), table).toBe(
        1,
      )
  })
  it('shows a ticket, and all that hangs on it, inside the wall', async () => {
    for (const table of WALLED.filter((t) => t.startsWith('ticket') || t === 'notifications'))
      expect(
        await as(inside, async () => (await app.query(`select * from ${table}`)).rowCount),
        table,
      ).toBeGreaterThan(0)
  })
  it('takes nothing onto a ticket from beyond the wall', async () => {
    const { orgId } = s.world
    for (const sql of [
      `insert into ticket_messages (org_id, id, ticket_id, kind, sealed_body) values ($1, gen_random_uuid(), $2, 'public', 'x')`,
      `insert into ticket_watchers (org_id, ticket_id, user_id) values ($1, $2, wk_user())`,
      `insert into notifications (org_id, id, user_id, ticket_id, kind) values ($1, gen_random_uuid(), wk_user(), $2, 'reply')`,
      `insert into ticket_search (org_id, ticket_id, source_id, group_id, tokens) values ($1, $2, gen_random_uuid(), $1, '{}')`,
      `insert into ticket_viewers (org_id, ticket_id, user_id) values ($1, $2, wk_user())`,
    ])
      await expect(
        as(outside, () => app.query(sql, [orgId, ticketId])),
        sql,
      ).rejects.toThrow(/row-level security/)
    const touched = async () => (await app.query('update tickets set version = 99')).rowCount
    expect(await as(outside, touched)).toBe(0)
    const said = async () => (await app.query("update ticket_messages set kind = 'internal'")).rowCount
    expect(await as(outside, said)).toBe(0)
  })
  it('lets the search for tickets through no wall', async () => {
    const { rows } = await s.owner.query('select tokens[1:1] as t from ticket_search where source_id = $1', [
      ticketId,
    ])
    const found = async () =>
      (await app.query("select * from wk_search_tickets($1, '{1}', 100)", [rows[0].t])).rowCount
    expect(await as(inside, found)).toBeGreaterThan(0)
    expect(await as(outside, found)).toBe(0)
    expect(await as(null, found)).toBe(0)
  })
  it('opens no ticket beyond the wall, nor adds to one, by the functions for it', async () => {
    const open = async () =>
      (await app.query('select wk_open_ticket($1, null, 51) as found', [ticketId])).rows[0].found !== null
    expect(await as(inside, open)).toBe(true)
    expect(await as(outside, open)).toBe(false)
    expect(await as(null, open)).toBe(false)
    const { rows } = await s.owner.query('select wrapped from deks where subject_id = $1', [ticketId])
    const add = (user: string) => async () =>
      (
        await app.query(
          `select * from wk_add_messages(array[$1::uuid], array[$2::uuid], '{1}', array[$3::uuid], array[$4::bytea], array[gen_random_uuid()],
            '{internal}', array['x'::bytea], array['{}'], array['{}'], array[null::uuid], array[gen_random_uuid()], array[now()], array['{}'], array[null::uuid])`,
          [s.world.orgId, user, ticketId, rows[0].wrapped],
        )
      ).rowCount
    expect(await as(inside, add(inside))).toBe(1)
    expect(await as(outside, add(outside))).toBe(0)
  })
  it('shows no client’s or ticket’s data key beyond the wall', async () => {
    const keys = (type: string) => async () =>
      (await app.query('select * from deks where subject_type = $1', [type])).rowCount
    expect(await as(inside, keys('client'))).toBe(1)
    expect(await as(outside, keys('client'))).toBe(0)
    expect(await as(inside, keys('ticket'))).toBe(2)
    expect(await as(outside, keys('ticket'))).toBe(0)
    await expect(
      s.services.db.withContext({ orgId: s.world.orgId, userId: outside }, (tx) =>
        openSubject(s.services.keys, tx, clientId),
      ),
    ).rejects.toThrow()
  })
  it('changes nothing beyond the wall, and moves nothing through it', async () => {
    expect(await as(outside, async () => (await app.query('update clients set version = 99')).rowCount)).toBe(
      0,
    )
    expect(
      await as(
        outside,
        async () =>
          (
            await app.query('update deks set wrapped = null, destroyed_at = now() where subject_id = $1', [
              clientId,
            ])
          ).rowCount,
      ),
    ).toBe(0)
    await expect(
      as(inside, () => app.query('update clients set group_id = $1', [s.world.otherGroupId])),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(outside, () => app.query('update clients set org_id = gen_random_uuid()')),
    ).resolves.toMatchObject({ rowCount: 0 })
  })
  it('lets the search function through no wall', async () => {
    const search = async () =>
      (
        await app.query(
          "select wk_search((select tokens[1:1] from client_search limit 1), '{}', '{}', null, 100) as id",
        )
      ).rows
    const { rows } = await s.owner.query('select tokens[1:1] as t from client_search')
    const found = async () =>
      (await app.query("select wk_search($1, '{}', '{}', null, 100) as id", [rows[0].t])).rowCount
    expect(await as(inside, found)).toBe(1)
    expect(await as(outside, found)).toBe(0)
    expect(await as(outside, search)).toEqual([])
  })
  it('has no way to change or delete an event, nor to number one', async () => {
    for (const sql of [
      'update audit_events set leaf = leaf',
      'delete from audit_events',
      'insert into audit_leaves select org_id, 1, id from audit_events',
      'delete from audit_pending',
      'truncate audit_events',
      'delete from audit_checkpoints',
    ])
      await expect(
        as(inside, () => app.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
  })
  it('keeps another organization’s context closed', async () => {
    expect(
      await as(
        inside,
        async () => (await app.query('select * from clients')).rowCount,
        '00000000-0000-7000-8000-000000000000',
      ),
    ).toBe(0)
  })
})
