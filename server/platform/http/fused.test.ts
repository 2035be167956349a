import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  const statement = { name: 'clients-read', text: 'select * from wk_read_clients($1, $2, $3, $4, $5, $6)' }
  const asked = (value: string) =>
    s.services.fused.read(statement, {
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
