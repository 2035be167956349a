import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenizer } from '../../platform/search/tokens.ts'
import { wordsOf } from './rules/words.ts'
import { type Desk, SUSPECT, startDesk } from './testing/desk.ts'

let d: Desk
const ids: string[] = []
beforeAll(async () => {
  d = await startDesk()
  ids.push(
    await d.open({
      subject: 'Printer jams in tray',
      tags: ['Hardware'],
      impact: 1,
      urgency: 1,
      requester: { name: 'Rowan Hale', email: 'Rowan@Example.test' },
    }),
    await d.open({
      subject: 'Password reset',
      body: 'The zebra badge does not open the archive',
      assigneeId: d.tech.id,
    }),
    await d.open({ subject: 'Printer offline' }),
  )
  await d.patch(ids[2]!, { status: 'in-progress' })
})
afterAll(() => d.s.stop())

const search = async (filter: object, more: object = {}, who = d.tech) =>
  (await d.call(who, 'POST', '/tickets/search', { filter, ...more })).body
const found = async (filter: object) => (await search(filter)).items.map((i: { id: string }) => i.id).sort()
const these = (...n: number[]) => n.map((i) => ids[i]!).sort()

describe('search', () => {
  it.each([
    ['print', [0, 2]],
    ['printer tray', [0]],
    ['zebra', [1]],
    ['zeb', []],
    ['password zebra', [1]],
    ['hardware', [0]],
    ['rowan', [0]],
    ['rowan@example.test', [0]],
    ['printer zebra', []],
    ['offline -', [2]],
    ['off-line', []],
    ['password-reset', [1]],
  ])('finds by %s', async (q, expected) => {
    expect(await found({ q })).toEqual(these(...expected))
  })

  it('finds by number, tag, and together with filters; and records what it showed', async () => {
    const { number } = await d.read(ids[1]!)
    expect(await found({ q: `#${number}` })).toEqual(these(1))
    expect(await found({ tag: 'hardware' })).toEqual(these(0))
    expect(await found({ q: 'printer', categories: ['open'] })).toEqual(these(2))
    const [event] = (await d.events('ticket.list')).slice(-1)
    expect(event.objects).toEqual(these(2))
    expect(JSON.stringify(event)).not.toContain('printer')
  })

  it('finds nothing beyond the wall', async () => {
    const outside = await d.s.world.person('technician', 'outside')
    for (const filter of [{ q: 'printer' }, {}, { q: '1' }])
      expect((await search(filter, {}, outside)).items).toEqual([])
  })

  it('does not tell by searching what is covered', async () => {
    const id = await d.open({ subject: 'Covered', body: SUSPECT })
    expect(await found({ q: '536-22-8145' })).toEqual([])
    expect(await found({ q: 'number' })).toEqual([id])
  })

  it('refuses nothing and finds nothing when a token stands for another word', async () => {
    // A row of the index that says what its ticket does not.
    await d.s.owner.query(
      `update ticket_search set tokens = (select array_agg(t) from ticket_search s, unnest(s.tokens) t where s.ticket_id = $2) where source_id = $1`,
      [ids[1], ids[0]],
    )
    expect(await found({ q: 'tray' })).toEqual(these(0))
  })
})

describe('lists', () => {
  it('go on from a cursor without loss or double, in each order', async () => {
    for (let i = 0; i < 12; i++) await d.open({ subject: `Ticket ${i}`, impact: 1 + (i % 3) })
    const all = (await search({}, { limit: 100 })).items.length
    for (const sort of ['updated', 'created', 'priority']) {
      const seen: string[] = []
      let cursor: string | null | undefined
      do {
        const page = await search({}, { sort, limit: 4, ...(cursor && { cursor }) })
        seen.push(...page.items.map((i: { id: string }) => i.id))
        cursor = page.nextCursor
      } while (cursor)
      expect(new Set(seen).size, sort).toBe(seen.length)
      expect(seen.length, sort).toBe(all)
    }
    const bad = await d.call(d.tech, 'POST', '/tickets/search', { cursor: 'bm9uc2Vuc2U' })
    expect(bad.status).toBe(400)
  })

  it('filter by who works on it', async () => {
    expect(await found({ mine: true })).toEqual(these(1))
    expect(await found({ unassigned: true, q: 'printer' })).toEqual(these(0, 2))
    expect(await found({ watching: true, q: 'offline' })).toEqual(these(2))
  })

  it('make a board, with counts and the most urgent first', async () => {
    const { body } = await d.call(d.tech, 'POST', '/tickets/board', {
      filter: { categories: ['new', 'open', 'waiting'] },
      limit: 2,
    })
    const column = (key: string) => body.columns.find((c: { key: string }) => c.key === key)
    expect(column('in-progress').items.map((i: { id: string }) => i.id)).toEqual(these(2))
    expect(column('new').count).toBeGreaterThan(2)
    expect(column('new').items).toHaveLength(2)
    expect(column('new').items[0].id).toBe(ids[0])
    const by = await d.call(d.tech, 'POST', '/tickets/board', { groupBy: 'assignee' })
    expect(by.body.columns.map((c: { key: string | null }) => c.key).sort()).toEqual([d.tech.id, null].sort())
  })
})

describe('saved views', () => {
  it('hold a filter of one’s own, or for all by who edits the desk', async () => {
    const other = await d.s.world.person('receptionist')
    const lead = await d.s.world.custom(['tickets:read', 'desk:settings'], {})
    const view = { name: 'Printers of Rowan', filter: { q: 'printer' } }
    const mine = await d.call(d.tech, 'POST', '/ticket-views', view)
    expect(mine.status, JSON.stringify(mine.body)).toBe(201)
    expect((await search({ categories: ['open'] }, { viewId: mine.body.id })).items).toHaveLength(1)
    const list = async (who: typeof other) => (await d.call(who, 'GET', '/ticket-views')).body.items
    expect(await list(other)).toEqual([])
    expect((await d.call(other, 'POST', '/ticket-views', { ...view, shared: true })).status).toBe(403)
    const shared = await d.call(lead, 'POST', '/ticket-views', { ...view, shared: true })
    expect(await list(other)).toMatchObject([{ id: shared.body.id, name: 'Printers of Rowan' }])
    expect((await d.call(other, 'DELETE', `/ticket-views/${shared.body.id}`)).status).toBe(403)
    expect((await d.call(other, 'DELETE', `/ticket-views/${mine.body.id}`)).status).toBe(404)
    const put = await d.call(
      d.tech,
      'PUT',
      `/ticket-views/${mine.body.id}`,
      { ...view, name: 'P' },
      { 'if-match': '"1"' },
    )
    expect(put.body).toMatchObject({ name: 'P', version: 2 })
  })
})

it('what is covered in a message is in no index until somebody clears it', async () => {
  const text = 'Zwiebelturm rings. Her number is 536-22-8145, born 03/14/1961'
  const id = await d.open({ subject: 'Bells' })
  const said = await d.say(id, text)
  const tokens = async (): Promise<number[]> =>
    (await d.s.owner.query('select tokens from ticket_search where source_id = $1', [said.body.id])).rows[0]
      .tokens
  const t = await tokenizer(d.s.services.keys, d.s.world.orgId)
  const [covered, open] = [
    t.tokens('ticket-word', wordsOf('536-22-8145')),
    t.tokens('ticket-word', wordsOf('Zwiebelturm')),
  ]
  expect(await tokens()).toEqual(expect.arrayContaining(open))
  expect(await tokens()).not.toEqual(expect.arrayContaining(covered))
  const officer = await d.s.world.custom(['tickets:read', 'tickets:write', 'files:clear'], {})
  const clear = await d.call(officer, 'POST', `/tickets/${id}/messages/${said.body.id}/clear`, {
    reason: 'made up',
  })
  expect(clear.status, JSON.stringify(clear.body)).toBe(200)
  expect(await tokens()).toEqual(expect.arrayContaining([...open, ...covered]))
  const found = await d.call(d.tech, 'POST', '/tickets/search', { filter: { q: '8145' } })
  expect(found.body.items.map((x: { id: string }) => x.id)).toEqual([id])
})
