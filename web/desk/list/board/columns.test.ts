import { describe, expect, it } from 'vitest'
import type { Desk } from '../../queries.ts'
import { type BoardData, type BoardTicket, columnsOf, moved } from './columns.ts'

const status = (key: string, category: string) => ({
  key,
  name: key.toUpperCase(),
  category,
  next: [],
  requiresSteps: false,
})
const desk = {
  types: [
    { id: 'incident', name: 'Incident', flowId: 'standard' },
    { id: 'odd', name: 'Odd', flowId: 'other' },
  ],
  flows: [
    {
      id: 'standard',
      name: 'Standard',
      statuses: [
        status('new', 'new'),
        status('doing', 'open'),
        status('waiting', 'waiting'),
        status('done', 'resolved'),
      ],
    },
    { id: 'other', name: 'Other', statuses: [status('begun', 'open')] },
  ],
} as unknown as Desk
const ticket = (id: string, at: string, priority = 3) =>
  ({
    id,
    status: at,
    statusCategory: 'new',
    typeId: 'incident',
    priority,
    version: 1,
  }) as unknown as BoardTicket
const board = (columns: Record<string, BoardTicket[]>): BoardData => ({
  columns: Object.entries(columns).map(([key, items]) => ({ key, count: items.length + 5, items })),
})
const keys = (data: BoardData, categories?: string[], next: { key: string; category: string }[] = []) =>
  columnsOf(data, desk, categories as never, next as never).map((c) => c.key)

describe('columns', () => {
  const data = board({ waiting: [ticket('b', 'waiting')], new: [ticket('a', 'new')] })
  it('stand in the order of their flow, with empty ones of the same flow that the view shows', () => {
    expect(keys(data)).toEqual(['new', 'waiting'])
    expect(keys(data, ['new', 'open', 'waiting'])).toEqual(['new', 'doing', 'waiting'])
  })
  it('are joined by those that the card in hand may go to', () => {
    expect(keys(data, ['new', 'open'], [{ key: 'done', category: 'resolved' }])).toEqual([
      'new',
      'doing',
      'waiting',
      'done',
    ])
  })
  it('are named, also one that no flow has any more', () => {
    const [old] = columnsOf(board({ gone: [ticket('a', 'gone')] }), desk, undefined, [])
    expect(old).toMatchObject({ name: 'gone', category: 'new', count: 6 })
  })
})

describe('a card that is moved', () => {
  const data = board({
    new: [ticket('a', 'new'), ticket('c', 'new')],
    doing: [ticket('b', 'doing', 1), ticket('d', 'doing')],
  })
  const to = { key: 'doing', category: 'open' as const }
  it('leaves its column and stands in the other by urgency and age', () => {
    const [from, into] = moved(data, 'c', to).columns
    expect([from!.count, from!.items.map((t) => t.id)]).toEqual([6, ['a']])
    expect([into!.count, into!.items.map((t) => t.id)]).toEqual([8, ['b', 'c', 'd']])
    expect(into!.items[1]).toMatchObject({ status: 'doing', statusCategory: 'open' })
  })
  it('goes back where it was, whatever else was moved meanwhile', () => {
    const both = moved(moved(data, 'c', to), 'a', to)
    const back = moved(both, 'c', { key: 'new', category: 'new' })
    expect(back.columns.map((c) => c.items.map((t) => t.id))).toEqual([['c'], ['b', 'a', 'd']])
    expect(back.columns.map((c) => c.count)).toEqual([6, 8])
  })
  it('may be the first of its column; one that is not there changes nothing', () => {
    expect(moved(data, 'a', { key: 'done', category: 'resolved' }).columns.at(-1)).toMatchObject({
      key: 'done',
      count: 1,
    })
    expect(moved(data, 'x', to)).toBe(data)
    expect(moved(data, 'b', to)).toBe(data)
  })
})
