import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from './testing/desk.ts'

let d: TestDesk
beforeAll(async () => {
  d = await testDesk()
  await d.policy()
})
afterAll(() => d.s.stop())

const call = (method: string, path: string, body: unknown) => d.s.call(d.tech.token, method, path, body)
const say = async (id: string, more: object = {}) =>
  expect(
    (await call('POST', `/tickets/${id}/messages`, { kind: 'public', body: 'Open the tray', ...more }))
      .status,
  ).toBe(201)
const merge = async (from: string, into: string) => {
  expect((await call('POST', `/tickets/${from}/merge`, { into })).status).toBe(200)
  await d.jobs()
}
async function counted() {
  const from = new Date(Date.now() - 86_400_000).toISOString()
  const to = new Date(Date.now() + 86_400_000).toISOString()
  const { total } = (await call('POST', '/reports/sla', { from, to, groupBy: 'queue' })).body
  return { response: total.response.met, resolution: total.resolution.met }
}

describe('what was kept before a merge', () => {
  it('stays kept, and counts: answered and resolved in time', async () => {
    const [from, into] = [await d.open(), await d.open()]
    await say(from, { status: 'resolved' })
    await d.age(from, 30)
    const before = await counted()
    const { response_decided_at, resolution_decided_at } = await d.clocks(from)
    await merge(from, into)
    const kept = {
      response_state: 'met',
      resolution_state: 'met',
      response_decided_at,
      resolution_decided_at,
    }
    expect(await d.clocks(from)).toMatchObject(kept)
    // The other one has the answer too, and goes on.
    expect(await counted()).toEqual({ response: before.response + 1, resolution: before.resolution })
    expect(await d.clocks(into)).toMatchObject({ response_state: 'met', resolution_state: 'running' })
  })

  it('of an answer alone: the clock of the resolution stops', async () => {
    const [from, into] = [await d.open(), await d.open()]
    await say(from)
    await d.age(from, 30)
    await merge(from, into)
    expect(await d.clocks(from)).toMatchObject({ response_state: 'met', resolution_state: 'stopped' })
  })

  it('of a resolution without an answer', async () => {
    const [from, into] = [await d.open(), await d.open()]
    await say(from, { kind: 'internal', status: 'resolved' })
    await d.age(from, 30)
    expect(await d.clocks(from)).toMatchObject({ response_state: 'met', resolution_state: 'met' })
    await merge(from, into)
    expect(await d.clocks(from)).toMatchObject({ response_state: 'met', resolution_state: 'met' })
  })

  it('and what was late stays late', async () => {
    const [from, into] = [await d.open(), await d.open()]
    await d.age(from, 130)
    await merge(from, into)
    expect(await d.clocks(from)).toMatchObject({ response_state: 'breached', resolution_state: 'breached' })
  })
})
