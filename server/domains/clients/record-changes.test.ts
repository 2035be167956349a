import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'

/** Changes that share a transaction: whoever makes them, each is made with its own event, or not at all. */
let s: TestServer
let north: Person
let alsoNorth: Person
let south: Person
beforeAll(async () => {
  s = await startTestServer()
  north = await s.world.person('clinician')
  alsoNorth = await s.world.person('clinician')
  south = await s.world.person('clinician', 'outside')
})
afterAll(() => s.stop())

const add = async (who: Person, groupId: string) =>
  (
    await s.call(who.token, 'POST', '/clients', {
      kind: 'person',
      groupId,
      contact: { names: [{ family: 'Walhurst' }] },
    })
  ).body.id as string
const patch = (who: Person, id: string, version: number, body: object) =>
  s.call(who.token, 'PATCH', `/clients/${id}`, body, { 'if-match': `"${version}"` })
const row = async (id: string) =>
  (await s.owner.query('select version from clients where id = $1', [id])).rows[0].version as number
const changesOf = async (id: string) =>
  (
    await s.owner.query(
      "select actor_id from audit_events where object_id = $1 and action = 'client.change' order by id",
      [id],
    )
  ).rows.map((r) => r.actor_id as string)

test('many at once, from both sides of a wall: one wins each version, and only what was done is in the log', async () => {
  const mine = await Promise.all(Array.from({ length: 10 }, () => add(north, s.world.groupId)))
  const theirs = await Promise.all(Array.from({ length: 10 }, () => add(south, s.world.otherGroupId)))
  const winners = new Map([...mine, ...theirs].map((id) => [id, [] as string[]]))
  for (let version = 1; version <= 8; version++) {
    const tries = [...mine, ...theirs].flatMap((id) => [north, south, alsoNorth].map((who) => ({ id, who })))
    tries.sort(() => Math.random() - 0.5)
    const answers = await Promise.all(
      tries.map(async ({ id, who }) => ({
        id,
        who,
        answer: await patch(who, id, version, { clinical: { summary: `${who.id} ${id} ${version}` } }),
      })),
    )
    for (const { id, who, answer } of answers) {
      const open = mine.includes(id) ? who !== south : who === south
      expect(open ? [200, 412] : [404]).toContain(answer.status)
      if (answer.status !== 200) continue
      winners.get(id)!.push(who.id)
      expect(answer.body.id).toBe(id)
      expect(answer.headers.etag).toBe(`"${version + 1}"`)
    }
    for (const id of [...mine, ...theirs]) expect(winners.get(id)!.length, 'one winner').toBe(version)
  }
  for (const id of [...mine, ...theirs]) {
    expect(await row(id)).toBe(9)
    expect(await changesOf(id)).toEqual(winners.get(id))
    const reader = mine.includes(id) ? north : south
    const { body } = await s.call(reader.token, 'GET', `/clients/${id}`)
    expect(body.clinical.summary).toBe(`${winners.get(id)!.at(-1)} ${id} 8`)
  }
})

test('a client that is held elsewhere keeps only its own change waiting', async () => {
  const held = await add(north, s.world.groupId)
  const free = await Promise.all(Array.from({ length: 5 }, () => add(north, s.world.groupId)))
  await s.owner.query('begin')
  await s.owner.query('select 1 from clients where id = $1 for update', [held])
  const waiting = patch(north, held, 1, { clinical: { summary: 'late' } })
  try {
    const answers = await Promise.all(free.map((id) => patch(north, id, 1, { clinical: { summary: 'x' } })))
    expect(answers.map((a) => a.status)).toEqual(free.map(() => 200))
    expect(await row(held)).toBe(1)
  } finally {
    await s.owner.query('rollback')
  }
  expect((await waiting).status).toBe(200)
  expect(await changesOf(held)).toEqual([north.id])
})

test('the names in the index follow a change that shares its statement with others', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => add(north, s.world.groupId)))
  await Promise.all(
    ids.map((id, i) =>
      patch(
        north,
        id,
        1,
        i % 2
          ? { contact: { names: [{ family: `Renamed${'abcdef'[i]}` }] } }
          : { clinical: { summary: 'only this' } },
      ),
    ),
  )
  for (const [i, id] of ids.entries()) {
    const { body } = await s.call(north.token, 'POST', '/clients/search', { q: `Renamed${'abcdef'[i]}` })
    expect(body.items.some((item: { id: string }) => item.id === id)).toBe(Boolean(i % 2))
  }
})
