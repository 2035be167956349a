import { useSyncExternalStore } from 'react'
import type { paths } from '../../api/types.ts'

type SearchBody = paths['/api/v1/tickets/search']['post'] extends {
  requestBody: { content: { 'application/json': infer B } }
}
  ? B
  : never
export type Filter = NonNullable<SearchBody['filter']>
export type Sort = NonNullable<SearchBody['sort']>
export type Layout = 'list' | 'board'

export interface ListState {
  /** A built-in view's key, or a saved view's id. */
  view: string
  /** Beside the view's own filter. */
  filter: Filter
  q: string
  sort: Sort
  layout: Layout
}

const OPEN = ['new', 'open', 'waiting'] as const

/** The views that everybody has. */
export const BUILT_IN: { key: string; name: string; filter: Filter; sort?: Sort }[] = [
  { key: 'mine', name: 'Assigned to me', filter: { mine: true, categories: [...OPEN] } },
  { key: 'unassigned', name: 'Unassigned', filter: { unassigned: true, categories: ['new', 'open'] } },
  { key: 'open', name: 'All open', filter: { categories: [...OPEN] } },
  { key: 'late', name: 'Late', filter: { due: 'late', categories: [...OPEN] }, sort: 'due' },
  { key: 'day', name: 'Due within a day', filter: { due: 'day', categories: [...OPEN] }, sort: 'due' },
  { key: 'waiting', name: 'Waiting', filter: { categories: ['waiting'] } },
  { key: 'phi', name: 'PHI suspected', filter: { phiState: 'suspected' } },
  { key: 'watching', name: 'Watching', filter: { watching: true } },
  { key: 'done', name: 'Resolved and closed', filter: { categories: ['resolved', 'closed'] } },
]

const START: ListState = { view: 'open', filter: {}, q: '', sort: 'updated', layout: 'list' }
const listeners = new Set<() => void>()
let current = START

export function setListState(change: Partial<ListState>): void {
  current = { ...current, ...change }
  for (const listener of listeners) listener()
}

/** What the list shows, found again on the way back from a ticket. In memory alone: a search may name somebody. */
export const useListState = (): ListState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )

/** As the search's body has it: the view's filter, what is set beside it, and the words. */
export function askedOf({ view, filter, q }: Pick<ListState, 'view' | 'filter' | 'q'>): {
  filter: Filter
  viewId?: string
} {
  const own = BUILT_IN.find((v) => v.key === view)
  const words = q.trim()
  return {
    filter: { ...own?.filter, ...filter, ...(words && { q: words }) },
    ...(!own && { viewId: view }),
  }
}
