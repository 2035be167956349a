import { request } from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/harness.ts'
import { addPortalPerson } from '../../testing/portal.ts'
import { Sequencer } from '../audit/sequencer.ts'

let s: TestServer
let twin: TestServer
let url: string
let clinician: { token: string }
beforeAll(async () => {
  s = await startTestServer()
  twin = await s.twin()
  url = (await twin.listen()).url
  clinician = await s.world.person('clinician')
})
afterAll(async () => {
  await twin.stop()
  await s.stop()
})

const newClient = async () =>
  (
    await s.call(clinician.token, 'POST', '/clients', {
      kind: 'person',
      groupId: s.world.groupId,
      contact: { names: [{ given: ['Quiet'] }] },
    })
  ).body.id as string

/** A screen at the other process; `place` is what its browser would send as Last-Event-ID. */
function screen(headers: Record<string, string> = {}, query = '', who?: Record<string, string>) {
  const heard = { text: '', status: 0, close: () => stream.destroy() }
  const stream = request(
    `${url}/api/v1/live${query}`,
    {
      headers: { ...(who ?? { authorization: `Bearer ${clinician.token}` }), ...headers },
      rejectUnauthorized: false,
    },
    (res) => {
      heard.status = res.statusCode!
      res.on('data', (chunk) => (heard.text += chunk))
    },
  )
  stream.on('error', () => {})
  stream.end()
  return heard
}

const places = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((m) => Number(m[1]))

async function opened(headers?: Record<string, string>, query?: string) {
  const it = screen(headers, query)
  await expect.poll(() => places(it.text).length).toBeGreaterThan(0)
  return it
}

it('tells a screen at another process what changed, and nothing of it', async () => {
  const open = await opened()
  const id = await newClient()
  await expect.poll(() => open.text).toContain(`{"type":"client","id":"${id}"}`)
  await expect.poll(() => open.text).toContain('{"type":"clients"}')
  expect(open.text).not.toContain('Quiet')
  // Reads are in the log too, and are nobody's business here.
  const before = open.text
  await s.call(clinician.token, 'GET', `/clients/${id}`)
  const next = await newClient()
  await expect.poll(() => open.text).toContain(next)
  expect(open.text.slice(before.length)).not.toContain(id)
  open.close()
})

describe('a stream that breaks', () => {
  it('goes on where it was: what changed meanwhile is told, and nothing that was before', async () => {
    const early = await newClient()
    // Once it has its place in the tree, it lies before where the screen is.
    await new Sequencer({ ...s.services, keysDir: s.keysDir }).sequenceAll()
    const first = await opened()
    const marker = await newClient()
    await expect.poll(() => first.text).toContain(marker)
    first.close()
    const place = places(first.text).at(-1)!
    const missed = [await newClient(), await newClient()]
    const second = await opened({ 'last-event-id': String(place) })
    for (const id of missed) expect(second.text).toContain(id)
    expect(second.text).not.toContain(early)
    second.close()
    const byQuery = await opened({}, `?after=${place}`)
    for (const id of missed) expect(byQuery.text).toContain(id)
    byQuery.close()
  })

  it('misses nothing of changes that commit around each break', async () => {
    let going = true
    const made: string[] = []
    const writing = (async () => {
      while (going) made.push(await newClient())
    })()
    let place = places((await opened()).text).at(-1)!
    const begun = made.length
    let told = ''
    for (let round = 0; round < 6; round++) {
      const part = await opened({ 'last-event-id': String(place) })
      const count = made.length
      await expect.poll(() => made.length).toBeGreaterThan(count + 3)
      part.close()
      told += part.text
      place = places(part.text).at(-1)!
    }
    going = false
    await writing
    const last = await opened({ 'last-event-id': String(place) })
    await expect
      .poll(() => made.slice(begun + 1).filter((id) => !(told + last.text).includes(id)))
      .toEqual([])
    last.close()
  })

  it('is told to read all anew when it comes from a place that this log does not have', async () => {
    const lost = await opened({ 'last-event-id': '99999999' })
    expect(lost.text).toContain('event: anew')
    lost.close()
  })

  it('with a place that is none begins like a new one', async () => {
    const all = await opened()
    const early = await newClient()
    await expect.poll(() => all.text).toContain(early)
    all.close()
    const odd = await opened({ 'last-event-id': '1 or 1=1' })
    const id = await newClient()
    await expect.poll(() => odd.text).toContain(id)
    expect(odd.text).not.toMatch(new RegExp(`${early}|anew`))
    odd.close()
    const refused = screen({}, '?after=x')
    await expect.poll(() => refused.status).toBe(422)
  })
})

it('tells a change that nobody announced, since the process that made it died', async () => {
  const open = await opened()
  const { live } = s.services
  const changed = live.changed
  live.changed = () => {}
  const id = await newClient()
  live.changed = changed
  await expect.poll(() => open.text).toContain(id)
  open.close()
})

it('tells people of the portal nothing of the staff’s work, and of what they share only its kind', async () => {
  const { services, owner, world } = s
  const { cookie } = await addPortalPerson(services, owner, world.orgId, {})
  const open = screen({}, '', { cookie })
  await expect.poll(() => places(open.text).length).toBeGreaterThan(0)
  const all = await opened()
  const id = await newClient()
  services.live.changed(world.orgId, 'documents')
  await expect.poll(() => all.text).toContain(id)
  await expect.poll(() => open.text).toContain('{"changes":[{"type":"documents"}]}')
  expect(open.text).not.toMatch(/client|"id"/)
  open.close()
  all.close()
})
