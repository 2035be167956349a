import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { TARGET, type TestDesk, testDesk } from './sla/testing/desk.ts'

let d: TestDesk
const ids: Record<string, string> = {}
beforeAll(async () => {
  d = await testDesk()
  await d.policy({
    targets: [1, 2, 3].map((priority) => ({ ...TARGET, priority, resolutionMinutes: 120 * priority })),
  })
  ids.never = await d.open({ subject: 'Low: no clock', impact: 3, urgency: 3 })
  ids.normal = await d.open({ impact: 2, urgency: 2 })
  ids.late = await d.open({ impact: 2, urgency: 2 })
  ids.urgent = await d.open({ impact: 1, urgency: 1 })
  ids.waiting = await d.open({ impact: 1, urgency: 1 })
  await d.age(ids.late, 500)
  const done = await d.s.call(d.tech.token, 'POST', `/tickets/${ids.waiting}/messages`, {
    kind: 'public',
    body: 'What does the display say?',
    status: 'waiting-requester',
  })
  expect(done.status).toBe(201)
})
afterAll(() => d.s.stop())

const search = async (body: object, who = d.tech) =>
  (await d.s.call(who.token, 'POST', '/tickets/search', body)).body
const idsOf = (list: { items: { id: string }[] }) => list.items.map((i) => i.id)

describe('a view of what is due', () => {
  it('holds what is late, or will be within a day, and counts it without words', async () => {
    expect(idsOf(await search({ filter: { due: 'late' } }))).toEqual([ids.late])
    const soon = idsOf(await search({ filter: { due: 'day' } }))
    expect(soon).toEqual(expect.arrayContaining([ids.late, ids.urgent, ids.normal]))
    expect(soon).not.toContain(ids.never)
    expect(soon).not.toContain(ids.waiting)
    const count = (views: object, who = d.tech) => d.s.call(who.token, 'POST', '/tickets/counts', { views })
    const { body } = await count({
      late: { filter: { due: 'late' } },
      all: {},
      mine: { filter: { mine: true } },
      words: { filter: { q: 'clock' } },
    })
    const all = idsOf(await search({ limit: 100 })).length
    expect(body.counts).toEqual({ late: 1, all, mine: 0, words: null })
    expect((await count({ all: {} }, d.outside)).body.counts).toEqual({ all: 0 })
    expect((await count({ gone: { viewId: crypto.randomUUID() } })).status).toBe(404)
  })
})

describe('a list by due time', () => {
  it('begins with what is late, and ends with what is never due', async () => {
    const found = await search({ sort: 'due' })
    const due = found.items.map((i: { sla: { nextDueAt: string | null } | null }) => i.sla?.nextDueAt ?? null)
    const running = due.filter((at: string | null) => at !== null)
    expect(running).toEqual(running.toSorted())
    expect(due.slice(running.length).every((at: string | null) => at === null)).toBe(true)
    expect(idsOf(found)[0]).toBe(ids.late)
    expect(found.items[0].sla).toMatchObject({ responseState: 'breached', resolutionState: 'breached' })
    expect(idsOf(found).slice(-2)).toEqual([ids.never, ids.waiting])
    expect(found.items.at(-1).sla).toMatchObject({ responseState: 'met', resolutionState: 'paused' })
  })

  it.each([1, 2, 3])('goes on from a cursor without loss or double, %i at a time', async (limit) => {
    const whole = idsOf(await search({ sort: 'due' }))
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await search({ sort: 'due', limit, ...(cursor && { cursor }) })
      expect(page.items.length).toBeGreaterThan(0)
      seen.push(...idsOf(page))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole)
    const other = await search({ sort: 'priority', limit: 1 })
    const refused = await d.s.call(d.tech.token, 'POST', '/tickets/search', {
      sort: 'due',
      cursor: other.nextCursor,
    })
    expect(refused.status).toBe(400)
  })

  it('keeps to the filter, and shows nothing beyond the wall', async () => {
    expect(idsOf(await search({ sort: 'due', filter: { priorities: [1] } }))).toEqual([
      ids.urgent,
      ids.waiting,
    ])
    expect((await search({ sort: 'due' }, d.outside)).items).toEqual([])
  })
})

describe('clocks in lists and on boards', () => {
  const counted = async (path: string, body: object) => {
    const query = vi.spyOn(pg.Client.prototype, 'query')
    await d.s.call(d.tech.token, 'POST', path, body)
    const { length } = query.mock.calls.filter(([q]) =>
      /ticket_slas|from tickets|ticket_search/.test(typeof q === 'string' ? q : (q as { text: string }).text),
    )
    query.mockRestore()
    return length
  }

  it('are asked for once, however many tickets there are', async () => {
    expect(await counted('/tickets/search', { limit: 1 })).toBe(2)
    expect(await counted('/tickets/search', { limit: 100 })).toBe(2)
    expect(await counted('/tickets/search', { limit: 2, sort: 'due' })).toBe(2)
    expect(await counted('/tickets/board', { limit: 1 })).toBe(2)
    expect(await counted('/tickets/board', { limit: 100 })).toBe(2)
  })

  it('stand on each card', async () => {
    const { body } = await d.s.call(d.tech.token, 'POST', '/tickets/board', {})
    const cards = body.columns.flatMap((c: { items: object[] }) => c.items)
    const of = (id: string) => cards.find((c: { id: string }) => c.id === id).sla
    expect(of(ids.normal!)).toMatchObject({ responseState: 'running', resolutionState: 'running' })
    expect(of(ids.never!)).toMatchObject({ responseState: 'none', nextDueAt: null })
  })
})
