/** When the session ends, in milliseconds of the server's clock. */
export interface Deadlines {
  idle: number
  absolute: number
}

export type Phase =
  | { kind: 'calm'; wakeIn: number }
  | { kind: 'warning'; of: 'idle' | 'absolute'; secondsLeft: number }
  | { kind: 'over'; of: 'idle' | 'absolute' }

const WARN_AT_MOST = 60_000
const LONGEST_SLEEP = 30_000

/** How long before the end it is announced: a minute, or a third of a very short session. */
export const warnBefore = (idleLength: number): number => Math.min(WARN_AT_MOST, idleLength / 3)

/** What to do about the session at `now`: sleep, announce the time-out that strikes first, or leave. */
export function phaseAt(now: number, deadlines: Deadlines, warn: number): Phase {
  const of = deadlines.absolute <= deadlines.idle ? 'absolute' : 'idle'
  const left = Math.min(deadlines.idle, deadlines.absolute) - now
  if (left <= 0) return { kind: 'over', of }
  if (left <= warn) return { kind: 'warning', of, secondsLeft: Math.ceil(left / 1000) }
  return { kind: 'calm', wakeIn: Math.min(left - warn, LONGEST_SLEEP) }
}

/** `1:05` */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
