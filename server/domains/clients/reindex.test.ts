import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import type { Person } from '../../testing/world.ts'
import { type ReindexProgress, reindexClients } from './index.ts'
import { VERSION_MARK } from './index-tokens.ts'

const COUNT = 450
let s: TestServer
let twin: TestServer
let clinician: Person
const ids: string[] = []

beforeAll(async () => {
  s = await startTestServer()
  twin = await s.twin()
  clinician = await s.world.person('clinician')
  const make = async (n: number) => {
    const made = await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: [`Nr${n}`], family: n === 300 ? 'Katherine' : 'Maier' }] },
    })
    ids[n] = made.body.id
  }
  for (let n = 0; n < COUNT; n += 10) await Promise.all(Array.from({ length: 10 }, (_, i) => make(n + i)))
})
afterAll(async () => {
  await twin.stop()
  await s.stop()
})

/** As a version before would have left it: without its mark, and without a third of the tokens. */
const age = () =>
  s.owner
    .query(
      `update client_search set tokens = array(select t from unnest(tokens) t where t >= 0 and t % 3 <> 0);`,
    )
    .then(() => s.owner.query('delete from search_reindex'))
const behind = async () =>
  (
    await s.owner.query(
      'select count(*)::int as n from client_search where not tokens @> array[$1::integer]',
      [VERSION_MARK],
    )
  ).rows[0].n
const tokens = async () =>
  (await s.owner.query('select client_id, tokens from client_search order by client_id')).rows
const find = async (q: string) =>
  (await s.call(clinician.token, 'POST', '/clients/search', { q, limit: 50 })).body.items.map(
    (i: { id: string }) => i.id,
  )

describe('making search tokens anew', () => {
  it('gives every client what a new one would get, and tells how far it is', async () => {
    const right = await tokens()
    await age()
    expect(await behind()).toBe(COUNT)
    const said: ReindexProgress[] = []
    expect(await reindexClients(s.services, { onProgress: (p) => said.push(p) })).toBe(COUNT)
    expect(await tokens()).toEqual(right)
    expect(said.at(-1)).toMatchObject({ orgId: s.world.orgId, done: COUNT, total: COUNT })
    expect(said.map((p) => p.done)).toEqual([...said.map((p) => p.done)].sort((a, b) => a - b))
    expect(await find('Catharyne')).toEqual([ids[300]])
    // Finished: the next start has nothing to do, and looks at nobody.
    const again: ReindexProgress[] = []
    expect(await reindexClients(s.services, { onProgress: (p) => again.push(p) })).toBe(0)
    expect(again).toEqual([])
  })
  it('is taken up by another process where the first one stopped', async () => {
    const right = await tokens()
    await age()
    const halt = new AbortController()
    const first = await reindexClients(s.services, { signal: halt.signal, onProgress: () => halt.abort() })
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(COUNT)
    expect(first + (await reindexClients(twin.services))).toBe(COUNT)
    expect(await tokens()).toEqual(right)
  })
  it('two processes at once do it once', async () => {
    await age()
    const both = await Promise.all([reindexClients(s.services), reindexClients(twin.services)])
    expect(both[0] + both[1]).toBe(COUNT)
    expect(await behind()).toBe(0)
  })
  it('while clients are changed, leaves none with tokens of what it was before', async () => {
    await age()
    let going = true
    const changed = new Map<number, string>()
    const changer = (async () => {
      for (let n = 0; going; n = (n + 7) % COUNT) {
        const family = `Zu${'abcdefghij'[n % 10]}${'klmnopqrst'[changed.size % 10]}nix`
        const { headers } = await s.call(clinician.token, 'GET', `/clients/${ids[n]}`)
        const answer = await s.call(
          clinician.token,
          'PATCH',
          `/clients/${ids[n]}`,
          { contact: { names: [{ given: [`Nr${n}`], family }] } },
          { 'if-match': String(headers.etag) },
        )
        expect(answer.status).toBe(200)
        changed.set(n, family)
      }
    })()
    for (let round = 0; round < 3 || changed.size <= 20; round++) {
      await s.owner.query(
        'update client_search set tokens = array_remove(tokens, $1) where client_id = any ($2::uuid[])',
        [VERSION_MARK, ids],
      )
      await reindexClients(twin.services, { again: true })
    }
    going = false
    await changer
    await reindexClients(twin.services, { again: true })
    expect(changed.size).toBeGreaterThan(20)
    const [n, family] = [...changed].at(-1)!
    expect((await find(`Nr${n} ${family}`))[0]).toBe(ids[n])
    // What is there now is what comes out when nobody changes anything.
    const left = await tokens()
    await age()
    await reindexClients(s.services)
    expect(left).toEqual(await tokens())
    expect(await behind()).toBe(0)
  })
  it('waits for nobody: a client that is locked is made anew by a later pass', async () => {
    await age()
    await s.owner.query('begin')
    await s.owner.query('select 1 from client_search where client_id = $1 for update', [ids[5]])
    expect(await reindexClients(twin.services)).toBeGreaterThanOrEqual(COUNT - 1)
    await s.owner.query('commit')
    expect(await behind()).toBe(1)
    await reindexClients(twin.services)
    expect(await behind()).toBe(0)
  })
})
