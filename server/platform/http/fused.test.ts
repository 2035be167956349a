import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { READ_FUSED } from '../../domains/clients/records.ts'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'
import { TOKEN_PREFIX } from './authenticate.ts'

/** Reads that share a statement: every combination of who asks and what for, in the same batches. */
let s: TestServer
let people: Record<'north' | 'south' | 'nowhere' | 'receptionist', Person>
const clients: { id: string; family: string; side: 'north' | 'south' }[] = []

beforeAll(async () => {
  s = await startTestServer()
  people = {
    north: await s.world.person('clinician'),
    south: await s.world.person('clinician', 'outside'),
    nowhere: await s.world.person('clinician', 'nowhere'),
    receptionist: await s.world.person('receptionist'),
  }
  for (const side of ['north', 'south'] as const)
    for (let i = 0; i < 12; i++) {
      const family = `${side}${String.fromCharCode(97 + i)}`
      const { body } = await s.call(people[side].token, 'POST', '/clients', {
        kind: 'person',
        groupId: side === 'north' ? s.world.groupId : s.world.otherGroupId,
        contact: { names: [{ family }] },
        clinical: { summary: `about ${family}` },
      })
      clients.push({ id: body.id, family, side })
    }
})
afterAll(() => s.stop())

const pick = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)]!
const get = (token: string, id: string) => s.call(token, 'GET', `/clients/${id}`)

test('thousands of interleaved reads from both sides of a wall: each gets its own answer, and its own event', async () => {
  const dead = TOKEN_PREFIX + randomBytes(32).toString('base64url')
  const names = [...(Object.keys(people) as (keyof typeof people)[]), 'dead'] as const
  const before = (await s.owner.query('select count(*)::int as n from audit_events')).rows[0].n
  let answered = 0
  for (let round = 0; round < 6; round++)
    await Promise.all(
      Array.from({ length: 600 }, async () => {
        const name = pick([...names])
        const client = pick(clients)
        const answer = await get(name === 'dead' ? dead : people[name].token, client.id)
        const opens = name === client.side || (name === 'receptionist' && client.side === 'north')
        expect(answer.status, `${name} asks for ${client.family}`).toBe(
          name === 'dead' ? 401 : opens ? 200 : 404,
        )
        if (opens) {
          expect(answer.body.id).toBe(client.id)
          expect(answer.body.contact.names[0].family).toBe(client.family)
          expect(answer.body.clinical?.summary).toBe(
            name === 'receptionist' ? undefined : `about ${client.family}`,
          )
        } else expect(JSON.stringify(answer.body)).not.toContain(client.family)
        if (name !== 'dead') answered++
      }),
    )
  const { rows } = await s.owner.query(
    `select actor_id, object_id, outcome from audit_events where action = 'client.read'`,
  )
  expect(rows.length).toBe(answered)
  expect((await s.owner.query('select count(*)::int as n from audit_events')).rows[0].n - before).toBe(
    answered,
  )
  // Nobody's event says that somebody read what was not opened to them.
  const sideOf = new Map(clients.map((c) => [c.id, c.side]))
  const sees = new Map([
    [people.north.id, 'north'],
    [people.receptionist.id, 'north'],
    [people.south.id, 'south'],
  ])
  for (const e of rows)
    expect(e.outcome).toBe(sees.get(e.actor_id) === sideOf.get(e.object_id) ? 'done' : 'refused')
})

test('a token that is revoked is nobody’s in the next batch, whoever else is in it', async () => {
  const leaving = await s.world.person('clinician')
  const north = clients.find((c) => c.side === 'north')!
  expect((await get(leaving.token, north.id)).status).toBe(200)
  await s.owner.query('update service_tokens set revoked_at = now() where user_id = $1', [leaving.id])
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => get(i % 2 ? leaving.token : people.north.token, north.id)),
  )
  for (const [i, a] of answers.entries()) expect(a.status).toBe(i % 2 ? 401 : 200)
})

test('one that the database refuses fails alone', async () => {
  const asked = (value: string) =>
    s.services.fused.read(READ_FUSED, {
      secret: people.north.token,
      isSession: false,
      passive: false,
      ip: '127.0.0.1',
      value,
    })
  const { id } = clients[0]!
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => asked(i % 7 === 3 ? 'not-an-id' : id)),
  )
  for (const [i, r] of results.entries()) {
    expect(r.status).toBe(i % 7 === 3 ? 'rejected' : 'fulfilled')
    if (r.status === 'fulfilled') expect(r.value?.found?.row).toBeInstanceOf(Buffer)
  }
})

test('a credential whose row somebody else holds keeps nobody waiting', async () => {
  const { rows } = await s.owner.query('select id from service_tokens where user_id = $1', [people.south.id])
  await s.owner.query("update service_tokens set last_used_at = now() - interval '1 hour'")
  await s.owner.query('begin')
  try {
    await s.owner.query('select 1 from service_tokens where id = $1 for update', [rows[0].id])
    const north = clients.find((c) => c.side === 'north')!
    const south = clients.find((c) => c.side === 'south')!
    const answers = await Promise.all([get(people.south.token, south.id), get(people.north.token, north.id)])
    expect(answers.map((a) => a.status)).toEqual([200, 200])
  } finally {
    await s.owner.query('rollback')
  }
})

const eventsOf = async (person: Person) =>
  (
    await s.owner.query(
      `select outcome, object_id, leaf::jsonb -> 'event' -> 'classes' as classes, leaf::jsonb -> 'event' -> 'actor' ->> 'userId' as actor
       from audit_events where actor_id = $1 and action = 'client.read' order by id`,
      [person.id],
    )
  ).rows
const without = async (what: string, work: () => Promise<void>) => {
  await s.owner.query(`revoke execute on function ${what} from wellkeep_app`)
  try {
    await work()
  } finally {
    await s.owner.query(`grant execute on function ${what} to wellkeep_app`)
  }
}
test('the event of a read goes along with it once it is known who asks, and tells no less', async () => {
  const person = await s.world.person('clinician')
  const { id } = clients.find((c) => c.side === 'north')!
  const other = clients.find((c) => c.side === 'south')!
  await without('wk_audit_append', async () => {
    // Nobody knows yet what the first read will have shown: it records by itself, or shows nothing.
    const first = await get(person.token, id)
    expect(first.status).toBe(500)
    expect(JSON.stringify(first.body)).not.toContain('north')
    expect(await eventsOf(person)).toEqual([])
    expect((await get(person.token, id)).status).toBe(200)
  })
  const [event] = await eventsOf(person)
  expect(event).toMatchObject({ outcome: 'done', object_id: id, actor: person.id })
  expect(event.classes).toEqual(['contact', 'demographic', 'identifier', 'clinical', 'financial'])
  await without('wk_audit_reads', async () => {
    const answer = await get(person.token, id)
    expect(answer.status).toBe(500)
    expect(JSON.stringify(answer.body)).not.toContain('north')
  })
  expect(await eventsOf(person)).toHaveLength(1)
  // Behind the wall the event that was foreseen did not come true.
  expect((await get(person.token, other.id)).status).toBe(404)
  expect((await eventsOf(person)).map((e) => e.outcome)).toEqual(['done', 'refused'])
})

test('what was known of who asks and holds no longer is in no event', async () => {
  const person = await s.world.custom(['clients:read'], { contact: 'read', clinical: 'read' })
  const { id } = clients.find((c) => c.side === 'north')!
  for (let i = 0; i < 2; i++) expect((await get(person.token, id)).body.clinical).toBeDefined()
  await s.owner.query(
    `update roles set field_classes = '{"contact":"read"}' where id in (select role_id from user_roles where user_id = $1)`,
    [person.id],
  )
  for (let i = 0; i < 2; i++) expect((await get(person.token, id)).body.clinical).toBeUndefined()
  expect((await eventsOf(person)).map((e) => e.classes)).toEqual([
    ['contact', 'clinical'],
    ['contact', 'clinical'],
    ['contact'],
    ['contact'],
  ])
  await s.owner.query(
    `update roles set permissions = '{}' where id in (select role_id from user_roles where user_id = $1)`,
    [person.id],
  )
  for (let i = 0; i < 2; i++) expect((await get(person.token, id)).status).toBe(403)
  expect(await eventsOf(person)).toHaveLength(4)
})

test('what is refused for its number, or was destroyed, is no read', async () => {
  const person = await s.world.person('clinician')
  const { id } = clients.find((c) => c.side === 'north')!
  expect((await get(person.token, id)).status).toBe(200)
  const { limits } = s.services
  const { within } = limits
  try {
    let asked = 0
    limits.within = () => {
      asked++
      return false
    }
    expect((await get(person.token, id)).status).toBe(429)
    expect(asked).toBe(1)
  } finally {
    limits.within = within
  }
  await s.owner.query('update clients set shredded_at = now() where id = $1', [id])
  try {
    expect((await get(person.token, id)).status).toBe(410)
  } finally {
    await s.owner.query('update clients set shredded_at = null where id = $1', [id])
  }
  expect(await eventsOf(person)).toHaveLength(1)
})
