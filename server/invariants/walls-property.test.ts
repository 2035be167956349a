import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { questionAbout } from '../domains/access/explain.ts'
import { uuidv7 } from '../platform/ids.ts'
import { decide } from '../platform/policy/decide.ts'
import { startTestServer, type TestServer } from '../testing/harness.ts'

// Invariant 3: the pure decision and the database's row-level security are two ways to say one thing. They are held
// against each other in many random worlds of teams, walls, groups and emergency access.

const USERS = 4
const GROUPS = 4
const TEAMS = 4
const CLIENTS = 4
const WORLDS = 60

let s: TestServer
let users: string[]
let groups: string[]
let teams: string[]
let clients: string[]
beforeAll(async () => {
  s = await startTestServer()
  const { orgId } = s.world
  const ids = (n: number) => Array.from({ length: n }, () => uuidv7())
  users = []
  for (let i = 0; i < USERS; i++) users.push((await s.world.person('clinician', 'nowhere')).id)
  ;[groups, teams, clients] = [ids(GROUPS), ids(TEAMS), ids(CLIENTS)]
  const named = (table: string, of: string[]) =>
    s.owner.query(
      `insert into ${table} (org_id, id, name) select $1, id, 'random ' || id from unnest($2::uuid[]) id`,
      [orgId, of],
    )
  await named('client_groups', groups)
  await named('teams', teams)
  await s.owner.query(
    "insert into clients (org_id, id, kind, group_id) select $1, id, 'person', $3 from unnest($2::uuid[]) id",
    [orgId, clients, groups[0]],
  )
  await s.owner.query(
    "insert into client_search (org_id, client_id, group_id, tokens) select $1, id, $3, '{1}' from unnest($2::uuid[]) id",
    [orgId, clients, groups[0]],
  )
  await s.owner.query(
    "insert into client_notes (org_id, id, client_id, author_id, sealed_note) select $1, gen_random_uuid(), id, $3, '' from unnest($2::uuid[]) id",
    [orgId, clients, users[0]],
  )
  await s.owner.query(
    "insert into deks (org_id, subject_id, subject_type, kek_id, wrapped) select $1, id, 'client', (select id from org_keys where org_id = $1 and purpose = 'kek' limit 1), '' from unnest($2::uuid[]) id",
    [orgId, clients],
  )
})
afterAll(() => s.stop())

const table = <T>(size: number, of: fc.Arbitrary<T>) => fc.array(of, { minLength: size, maxLength: size })
const someWorld = fc.record({
  members: table(TEAMS * USERS, fc.boolean()),
  walls: table(TEAMS * GROUPS, fc.constantFrom('none', 'none', 'read', 'write')),
  groupOf: table(CLIENTS, fc.nat(GROUPS - 1)),
  glass: table(USERS * CLIENTS, fc.constantFrom('none', 'none', 'none', 'open', 'ended')),
})
type RandomWorld = typeof someWorld extends fc.Arbitrary<infer W> ? W : never

async function build(w: RandomWorld): Promise<void> {
  const { orgId } = s.world
  const cells = <T>(flat: T[], width: number) =>
    flat.map((value, i) => ({ value, row: Math.floor(i / width), column: i % width }))
  const members = cells(w.members, USERS).filter((c) => c.value)
  const walls = cells(w.walls, GROUPS).filter((c) => c.value !== 'none')
  const glass = cells(w.glass, CLIENTS).filter((c) => c.value !== 'none')
  await s.owner.query('delete from walls where team_id = any ($1)', [teams])
  await s.owner.query('delete from team_members where team_id = any ($1)', [teams])
  await s.owner.query('delete from break_glass')
  await s.owner.query(
    'insert into team_members (org_id, team_id, user_id) select $1, * from unnest($2::uuid[], $3::uuid[])',
    [orgId, members.map((m) => teams[m.row]), members.map((m) => users[m.column])],
  )
  await s.owner.query(
    'insert into walls (org_id, team_id, group_id, access) select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[])',
    [orgId, walls.map((x) => teams[x.row]), walls.map((x) => groups[x.column]), walls.map((x) => x.value)],
  )
  for (const [client, at] of [
    ['clients', 'id'],
    ['client_search', 'client_id'],
  ])
    await s.owner.query(
      `update ${client} c set group_id = n.g from unnest($1::uuid[], $2::uuid[]) n (id, g) where c.${at} = n.id`,
      [clients, w.groupOf.map((g) => groups[g])],
    )
  await s.owner.query(
    `insert into break_glass (org_id, id, user_id, client_id, reason, expires_at)
     select $1, gen_random_uuid(), u, c, 'x', now() + case when open then interval '1 hour' else interval '-1 second' end
     from unnest($2::uuid[], $3::uuid[], $4::boolean[]) n (u, c, open)`,
    [
      orgId,
      glass.map((x) => users[x.row]),
      glass.map((x) => clients[x.column]),
      glass.map((x) => x.value === 'open'),
    ],
  )
}

/** What the decision says of a user and each client. */
const said = (user: string) =>
  s.services.db.withContext(
    { orgId: s.world.orgId, userId: null },
    async (tx) => {
      const out = []
      for (const clientId of clients) {
        const facts = await questionAbout(tx, user, { clientId })
        const reads = decide({ ...facts, permission: 'clients:read', needs: 'read' }).allowed
        const writes = decide({ ...facts, permission: 'clients:write', needs: 'write' }).allowed
        out.push({ reads, writes, walled: facts.resource!.walls.length === 0 })
      }
      return out
    },
    'worker',
  )

/** What the database lets the same user do with bare SQL that filters nothing. */
const held = (user: string) =>
  s.services.db.withContext({ orgId: s.world.orgId, userId: user }, async (tx) => {
    const ask = async (name: string, text: string) =>
      new Set((await tx.run<{ id: string }>({ name: `property-${name}`, text }, [])).map((r) => r.id))
    return {
      clients: await ask('clients', 'select id from clients'),
      notes: await ask('notes', 'select client_id as id from client_notes'),
      keys: await ask('keys', "select subject_id as id from deks where subject_type = 'client'"),
      tokens: await ask('tokens', 'select client_id as id from client_search'),
      found: await ask('found', "select wk_search('{1}', '{}', '{}', null, 100) as id"),
      changed: await ask('changed', 'update clients set version = version returning id'),
      noted: await ask('noted', 'update client_notes set version = version returning client_id as id'),
      rekeyed: await ask(
        'rekeyed',
        "update deks set wrapped = wrapped where subject_type = 'client' returning subject_id as id",
      ),
      retokened: await ask('retokened', 'update client_search set tokens = tokens returning client_id as id'),
    }
  })

it(`says of ${WORLDS} random worlds what the database holds`, async () => {
  const seen = { open: 0, closed: 0, glass: 0 }
  await fc.assert(
    fc.asyncProperty(someWorld, async (world) => {
      await build(world)
      for (const user of users) {
        const [says, holds] = [await said(user), await held(user)]
        for (const [i, client] of clients.entries()) {
          const { reads, writes, walled } = says[i]!
          const byGlass = reads && walled
          seen[byGlass ? 'glass' : reads ? 'open' : 'closed']++
          expect({
            clients: holds.clients.has(client),
            notes: holds.notes.has(client),
            keys: holds.keys.has(client),
            // Emergency access opens one client; it makes nobody findable.
            tokens: holds.tokens.has(client),
            found: holds.found.has(client),
            changed: holds.changed.has(client),
            noted: holds.noted.has(client),
            rekeyed: holds.rekeyed.has(client),
            retokened: holds.retokened.has(client),
          }).toEqual({
            clients: reads,
            notes: reads,
            keys: reads,
            tokens: reads && !byGlass,
            found: reads && !byGlass,
            changed: writes,
            noted: writes,
            rekeyed: writes,
            retokened: writes,
          })
        }
      }
    }),
    { numRuns: WORLDS },
  )
  // The worlds were worth the while.
  for (const [kind, n] of Object.entries(seen)) expect(n, kind).toBeGreaterThan(10)
})
