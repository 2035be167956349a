import type { Answer } from '../../../api/types.ts'
import { type Desk, flowOf, type Status } from '../../statuses.ts'

export type BoardData = Answer<'/api/v1/tickets/board', 'post'>
export type BoardTicket = BoardData['columns'][number]['items'][number]
type Category = Status['category']

export interface Column {
  key: string
  name: string
  category: Category
  count: number
  items: BoardTicket[]
}

const ORDER: Category[] = ['new', 'open', 'waiting', 'resolved', 'closed']

/** Statuses of all flows by key, in the order in which boards show them. */
function statusesOf(desk: Desk | undefined): Map<string, Status> {
  const all = (desk?.flows ?? []).flatMap((f) => f.statuses)
  const sorted = all.toSorted((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category))
  return new Map(sorted.map((s) => [s.key, s]))
}

/**
 * The board's columns in the order of their statuses. Beside those that hold tickets there are empty ones of the same
 * flows, as far as the view shows their category, and those that the card in hand may go to: somewhere to put it down.
 */
export function columnsOf(
  data: BoardData,
  desk: Desk | undefined,
  categories: readonly Category[] | undefined,
  next: readonly Status[],
): Column[] {
  const filled = new Map(data.columns.map((c) => [c.key ?? '', c]))
  const shown = new Set(data.columns.flatMap((c) => c.items.map((t) => flowOf(desk, t.typeId)?.id)))
  const empty = (desk?.flows ?? [])
    .filter((f) => shown.has(f.id))
    .flatMap((f) => f.statuses)
    .filter((s) => categories?.includes(s.category))
  const statuses = statusesOf(desk)
  const keys = new Set([...filled.keys(), ...empty.map((s) => s.key), ...next.map((s) => s.key)])
  const place = [...statuses.keys()]
  return [...keys]
    .toSorted((a, b) => rank(place, a) - rank(place, b))
    .map((key) => {
      const items = filled.get(key)?.items ?? []
      return {
        key,
        name: statuses.get(key)?.name ?? (key || 'None'),
        category: items[0]?.statusCategory ?? statuses.get(key)?.category ?? 'open',
        count: filled.get(key)?.count ?? 0,
        items,
      }
    })
}

const rank = (place: string[], key: string) => (place.includes(key) ? place.indexOf(key) : place.length)

/** The board with a card in another column, where it stands by urgency and age as the server has it. */
export function moved(data: BoardData, id: string, to: Pick<Status, 'key' | 'category'>): BoardData {
  const from = data.columns.find((c) => c.items.some((t) => t.id === id))
  const ticket = from?.items.find((t) => t.id === id)
  if (!from || !ticket || from.key === to.key) return data
  const card = { ...ticket, status: to.key, statusCategory: to.category }
  const columns = data.columns.some((c) => c.key === to.key)
    ? data.columns
    : [...data.columns, { key: to.key, count: 0, items: [] }]
  return {
    columns: columns.map((c) => {
      if (c === from) return { ...c, count: c.count - 1, items: c.items.filter((t) => t.id !== id) }
      if (c.key !== to.key) return c
      const items = [...c.items, card].toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
      return { ...c, count: c.count + 1, items }
    }),
  }
}
