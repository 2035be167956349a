/**
 * What the client learns from any answer, for whoever must react.
 * - `signed-out`: the session is over on the server
 * - `session-changed`: this page's idea of the session is out of date (another tab signed in)
 * - `unreachable`, `reached`: whether answers come at all
 */
export type Signal = 'signed-out' | 'session-changed' | 'unreachable' | 'reached'

const listeners = new Map<Signal, Set<() => void>>()

export function signal(name: Signal): void {
  for (const listener of listeners.get(name) ?? []) listener()
}

/** Calls back on each such signal; returns how to stop. */
export function onSignal(name: Signal, listener: () => void): () => void {
  const set = listeners.get(name) ?? new Set()
  listeners.set(name, set)
  set.add(listener)
  return () => set.delete(listener)
}
