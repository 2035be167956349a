import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/harness.ts'
import type { PortalActor } from '../testing/portal.ts'

// Invariant 3, for people of the portal: whatever a query of theirs forgets, it finds no row that is not theirs. The
// list of tables is the database's own, so that a new one is asked without anybody's doing.

/** What a portal person may find, and whose it must be. Every other table is empty to them. */
const THEIRS: Record<string, string> = {
  organizations: 'org_id = $2',
  users: 'id = $1',
  portal_people: 'user_id = $1',
  portal_clients: 'user_id = $1',
  user_facilities: 'user_id = $1',
  facilities: 'id in (select facility_id from user_facilities where user_id = $1)',
  sessions: 'user_id = $1',
  password_history: 'user_id = $1',
  recovery_codes: 'user_id = $1',
  invitations: 'user_id = $1',
  idempotency_keys: 'user_id = $1',
  audiences: 'wk_in_audience(id)',
  audience_facilities: 'facility_id in (select facility_id from user_facilities where user_id = $1)',
  links: 'wk_in_audience(audience_id)',
  link_groups: 'id in (select group_id from links)',
  announcements: 'wk_in_audience(audience_id)',
  announcement_reads: 'user_id = $1',
  trusted_devices: 'user_id = $1',
  passkeys: 'user_id = $1',
  message_threads: 'id in (select thread_id from thread_people where user_id = $1)',
  thread_people: 'user_id = $1',
  thread_messages: "thread_id in (select thread_id from thread_people where user_id = $1) and kind <> 'note'",
  thread_reads: 'user_id = $1',
  portal_requests: 'user_id = $1',
  forms: 'at_will or id in (select r.form_id from form_responses r)',
  form_versions: 'form_id in (select f.id from forms f)',
  form_responses: 'id in (select response_id from form_response_people where user_id = $1)',
  form_response_people: 'user_id = $1',
  files:
    "created_by = $1 or owner_id in (select response_id from form_response_people where user_id = $1) or message_id in (select m.id from thread_messages m where m.kind <> 'note')",
  file_parts: 'file_id in (select f.id from files f)',
  deks: "subject_id = $1 or subject_type = 'organization' or subject_id in (select thread_id from thread_people where user_id = $1) or subject_id in (select f.id from files f)",
}

let s: TestServer
let clientId: string
let theirs: PortalActor
let other: PortalActor
let none: PortalActor

beforeAll(async () => {
  s = await startTestServer()
  const clinician = await s.world.person('clinician')
  const made = await s.call(clinician.token, 'POST', '/clients', {
    kind: 'person',
    groupId: s.world.groupId,
    contact: { names: [{ given: ['Wanda'] }] },
  })
  clientId = made.body.id
  await s.call(clinician.token, 'POST', `/clients/${clientId}/contacts`, { name: { given: ['C'] } })
  await s.call(clinician.token, 'POST', '/tickets', { subject: 'Wanda', body: 'n', clientId })
  theirs = await s.world.portal({ clients: [clientId], facilities: [s.world.facilityId] })
  other = await s.world.portal({ clients: [clientId] })
  for (const who of [theirs, other]) {
    const thread = await s.call(who, 'POST', '/portal/threads', { clientId, subject: 's', body: 'b' })
    const path = `/threads/${thread.body.id}/messages`
    const put = async (by: PortalActor | string, at: string) => {
      const file = { ownerType: 'thread', ownerId: thread.body.id, name: 'f', size: 1 }
      const { id } = (await s.call(by, 'POST', at, file)).body
      await s.call(by, 'PUT', `${at}/${id}/content`, Buffer.from('x'), { 'upload-offset': '0' })
      return [id]
    }
    const note = { body: 'n', kind: 'note', files: await put(clinician.token, '/files') }
    expect((await s.call(clinician.token, 'POST', path, note)).status).toBe(201)
    // One that was not sent yet, and one that was.
    await put(who, '/portal/files')
    const own = { files: await put(who, '/portal/files') }
    expect((await s.call(who, 'POST', `/portal${path}`, own)).status).toBe(201)
  }
  const coordinator = await s.world.person('care-coordinator')
  const question = { id: 'q', kind: 'text', label: { en: 'Q' }, class: 'clinical' }
  for (const [who, atWill] of [
    [theirs, true],
    [other, false],
  ] as const) {
    const form = await s.call(coordinator.token, 'POST', '/forms', {
      definition: { title: { en: 'F' }, fields: [question] },
      atWill,
    })
    await s.call(coordinator.token, 'POST', `/forms/${form.body.id}/publish`, {}, { 'if-match': '"1"' })
    const sent = await s.call(clinician.token, 'POST', '/form-responses', {
      formId: form.body.id,
      clientId,
      how: 'send',
      people: [who.id],
    })
    expect(sent.status).toBe(201)
    const file = { ownerType: 'form-response', ownerId: sent.body.id, name: 'f', size: 1 }
    expect((await s.call(who, 'POST', '/portal/files', file)).status).toBe(201)
  }
  none = await s.world.portal({})
})
afterAll(() => s.stop())

const asPortal = <Row extends object>(who: PortalActor, sql: string, values: unknown[] = []) =>
  s.services.db.withContext(
    { orgId: s.world.orgId, userId: who.id },
    async (tx) => (await tx.client.query<Row>(sql, values)).rows,
  )

it('opens to a portal person their own rows, of whatever table', async () => {
  const { rows: tables } = await s.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege('wellkeep_app', c.oid, 'select')`,
  )
  expect(tables.length).toBeGreaterThan(50)
  for (const { name } of tables) {
    const rule = THEIRS[name] ?? 'false'
    const values = rule.includes('$2') ? [theirs.id, s.world.orgId] : rule.includes('$1') ? [theirs.id] : []
    const foreign = await asPortal(
      theirs,
      `select * from ${name} where ($1::uuid is null or true) and not coalesce((${rule}), false)`,
      values.length ? values : [theirs.id],
    )
    expect(foreign, `rows of ${name} that are not theirs`).toEqual([])
  }
})

it('sets in the context what the portal rests on', async () => {
  const sql =
    'select wk_is_portal() as portal, wk_portal_clients() as clients, wk_my_facilities() as facilities, wk_groups($1) as groups'
  expect(await asPortal(theirs, sql, ['read'])).toEqual([
    { portal: true, clients: [clientId], facilities: [s.world.facilityId], groups: [] },
  ])
  expect(await asPortal(none, sql, ['read'])).toEqual([
    { portal: true, clients: [], facilities: [], groups: [] },
  ])
  const staff = await s.world.person('clinician')
  await s.owner.query('insert into user_facilities (org_id, user_id, facility_id) values ($1, $2, $3)', [
    s.world.orgId,
    staff.id,
    s.world.facilityId,
  ])
  expect(await asPortal(staff as never, sql, ['read'])).toEqual([
    { portal: false, clients: [], facilities: [s.world.facilityId], groups: [s.world.groupId] },
  ])
})

it('takes no tie, role, team, token or emergency access for a portal person', async () => {
  const { orgId, insideTeamId, roleIds } = s.world
  const refused = (sql: string, values: unknown[]) =>
    expect(s.owner.query(sql, values)).rejects.toMatchObject({ code: '42501' })
  await refused('insert into user_roles (org_id, user_id, role_id) values ($1, $2, $3)', [
    orgId,
    theirs.id,
    roleIds.clinician,
  ])
  await refused('insert into team_members (org_id, user_id, team_id) values ($1, $2, $3)', [
    orgId,
    theirs.id,
    insideTeamId,
  ])
  await refused(
    "insert into break_glass (org_id, id, user_id, client_id, reason, expires_at) values ($1, gen_random_uuid(), $2, $3, 'r', now())",
    [orgId, theirs.id, clientId],
  )
  await refused(
    "insert into service_tokens (org_id, id, user_id, name, token_hash, scopes, expires_at) values ($1, gen_random_uuid(), $2, 't', 'h', '{*}', now())",
    [orgId, theirs.id],
  )
  await refused("update users set kind = 'person', email = 'a@b.test' where id = $1", [theirs.id])
  await expect(
    asPortal(none, 'insert into portal_clients (org_id, user_id, client_id) values ($1, $2, $3)', [
      orgId,
      none.id,
      clientId,
    ]),
  ).rejects.toMatchObject({ code: '42501' })
})
