import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvTable } from '../../platform/csv.ts'
import { uuidv7 } from '../../platform/ids.ts'
import type { FoundEvent } from './query.ts'
import { Visits } from './visits.ts'

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms).toISOString()
let clock = 0
const event = (
  screen: string | undefined,
  object: [string, string | null] | null,
  action: string,
  more: object = {},
): FoundEvent => ({
  id: uuidv7(),
  leafIndex: 0,
  tampered: false,
  said: {
    time: at(clock++),
    id: uuidv7(),
    org: uuidv7(),
    action,
    outcome: 'done',
    actor: { kind: 'person', userId: uuidv7() },
    request: { method: 'GET', route: '/clients/:id', ...(screen && { screen }) },
    ...(object && { object: { type: object[0], id: object[1] } }),
    ...more,
  },
})
const visits = (...events: FoundEvent[]) => {
  const v = new Visits()
  for (const e of events) v.add(e)
  v.close()
  return v.closed
}
const [a, b] = [uuidv7(), uuidv7()]

test('what a screen loads belongs to one visit; another screen, or another thing on it, begins a new one', () => {
  const found = visits(
    event('clients', null, 'client.list', { objects: [a, b] }),
    event('client', ['client', a], 'client.read'),
    event('client', null, 'facility.list'),
    event('client', ['notes', a], 'note.list'),
    event('client', ['client', a], 'client.change'),
    event('client', ['client', b], 'client.read'),
    event('clients', null, 'client.list', { objects: [a] }),
  )
  expect(
    found.map((v) => [v.screen, v.object?.id ?? null, v.actions, v.events, v.objectCount, v.changed]),
  ).toEqual([
    ['clients', null, ['client.list'], 1, 2, false],
    ['client', a, ['client.read', 'facility.list', 'note.list', 'client.change'], 4, 0, true],
    ['client', b, ['client.read'], 1, 0, false],
    ['clients', null, ['client.list'], 1, 1, false],
  ])
})

test('what the browser itself asks for, as pictures and downloads, belongs to the screen about the same thing', () => {
  const screens = (...events: FoundEvent[]) => visits(...events).map((v) => [v.screen, v.actions])
  expect(
    screens(
      event('/tickets/:ticketId', ['ticket', a], 'file.reveal'),
      event(undefined, ['ticket', a], 'file.preview'),
      event(undefined, ['ticket', a], 'file.export'),
      event('/tickets/:ticketId', ['ticket', a], 'file.clear'),
    ),
  ).toEqual([['/tickets/:ticketId', ['file.reveal', 'file.preview', 'file.export', 'file.clear']]])
  // About something else, or of a program, it stands by itself.
  expect(
    screens(
      event('/tickets/:ticketId', ['ticket', a], 'ticket.read'),
      event(undefined, ['ticket', b], 'file.export'),
    ),
  ).toEqual([
    ['/tickets/:ticketId', ['ticket.read']],
    ['GET /clients/:id', ['file.export']],
  ])
  expect(screens(event(undefined, ['ticket', a], 'x'), event(undefined, ['ticket', a], 'y'))).toEqual([
    ['GET /clients/:id', ['x', 'y']],
  ])
})

test('a visit that was refused is no change, and what no screen asked for is named by its route', () => {
  const [one] = visits(event(undefined, ['client', a], 'client.change', { outcome: 'refused' }))
  expect(one).toMatchObject({ screen: 'GET /clients/:id', changed: false, refused: true })
})

test('no event is lost or counted twice', () => {
  const anyEvent = fc.record({
    screen: fc.constantFrom('x', 'y', undefined),
    object: fc.constantFrom(a, b, null),
    verb: fc.constantFrom('read', 'change'),
  })
  fc.assert(
    fc.property(fc.array(anyEvent), (list) => {
      const events = list.map((e) =>
        event(e.screen, e.object ? ['client', e.object] : null, `client.${e.verb}`),
      )
      const found = visits(...events)
      expect(found.reduce((n, v) => n + v.events, 0)).toBe(events.length)
      expect(found.some((v) => v.changed)).toBe(list.some((e) => e.verb === 'change'))
      for (const [i, v] of found.entries()) if (i) expect(v.startedAt > found[i - 1]!.endedAt).toBe(true)
    }),
  )
})

test('no cell is a formula, and every cell comes back as it was', () => {
  for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
    expect(csvCell(bad).replaceAll('"', '')).toMatch(/^'/)
  for (const wide of ['\uFF1D1+1', '\uFF0B1', '\n=1+1'])
    expect(csvCell(wide).replaceAll('"', '')).toMatch(/^'/)
  // Where a spreadsheet separates by another sign, a formula would begin behind it.
  for (const split of ['a;=1+1', 'a\t=1+1', 'a|=1+1']) expect(csvCell(split)).toBe(`"${split}"`)
  expect(csvCell(-1)).toBe('-1')
  expect(csvTable(['a', 'b'], [['x,y', 'say "no"']])).toBe('\uFEFFa,b\r\n"x,y","say ""no"""\r\n')
})
