import { useSyncExternalStore } from 'react'
import type { ClientSummary } from '../api/types.ts'

export type RecentClient = Pick<ClientSummary, 'id' | 'kind' | 'displayName' | 'birthDate'>

const MOST = 8
const listeners = new Set<() => void>()
let recent: RecentClient[] = []

/**
 * Remembers that a client was opened, for the start page. In this page's memory alone: a name in the browser's
 * storage would lie on the disk in the clear.
 */
export function noteOpened(client: RecentClient): void {
  const { id, kind, displayName, birthDate } = client
  recent = [
    { id, kind, displayName, ...(birthDate && { birthDate }) },
    ...recent.filter((c) => c.id !== id),
  ].slice(0, MOST)
  for (const listener of listeners) listener()
}

/** The clients opened last, the latest first. */
export const useRecentClients = (): RecentClient[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => recent,
  )
