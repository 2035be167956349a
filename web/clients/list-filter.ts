import { useSyncExternalStore } from 'react'

export interface ListFilter {
  q: string
  groupId: string | null
  facilityId: string | null
  kind: 'person' | 'organisation' | null
  tag: string
}

export const NO_FILTER: ListFilter = { q: '', groupId: null, facilityId: null, kind: null, tag: '' }
const listeners = new Set<() => void>()
let current = NO_FILTER

export function setListFilter(change: Partial<ListFilter>): void {
  current = { ...current, ...change }
  for (const listener of listeners) listener()
}

/**
 * What the list of clients is narrowed to, found again on the way back from a client. In this page's memory alone,
 * since what is searched for tells about people: neither an address nor the browser's storage ever has it.
 */
export const useListFilter = (): ListFilter =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )

/** How many filters are set, the search not counted. */
export const filterCount = (f: ListFilter): number =>
  [f.groupId, f.facilityId, f.kind, f.tag.trim()].filter(Boolean).length

/** As the search's body has it. */
export function searchBody(f: ListFilter) {
  const [q, tag] = [f.q.trim(), f.tag.trim()]
  return {
    ...(q && { q }),
    ...(tag && { tag }),
    ...(f.groupId && { groupId: f.groupId }),
    ...(f.facilityId && { facilityId: f.facilityId }),
    ...(f.kind && { kind: f.kind }),
  }
}
