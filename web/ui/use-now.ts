import { useContext, useSyncExternalStore } from 'react'
import { DrawnBy } from './drawn.ts'

const EVERY = 30_000
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const l of listeners) l()
  }, EVERY)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, twice a minute, from one clock for the whole page. */
export function useNow(): number {
  const drawn = useContext(DrawnBy)
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => drawn?.now ?? now,
  )
}
