import { useEffect, useState } from 'react'
import { serverNow } from '../session/session.ts'
import type { Timer } from './queries.ts'

/** Milliseconds that a timer has run by the server's clock, second by second. */
export function useClock(timer: Timer): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const tick = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(tick)
  }, [])
  return Math.max(0, now - Date.parse(timer.startedAt))
}
