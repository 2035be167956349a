import { z } from 'zod'
import type { ClockState } from './engine/clock.ts'

const At = z.string().nullable()
/** Where a clock stands, for a person: durations in minutes of open time. */
export const ClockAnswer = z.object({
  state: z.enum(['none', 'running', 'paused', 'met', 'breached', 'stopped']),
  running: z.boolean(),
  targetMinutes: z.number().nullable(),
  elapsedMinutes: z.number(),
  /** Negative when it is over its target. */
  remainingMinutes: z.number().nullable(),
  dueAt: At,
  breachedAt: At,
  stoppedAt: At,
  warnings: z.array(z.object({ percent: z.number().int(), at: At, passed: z.boolean() })),
})

export function presentClock(s: ClockState): z.infer<typeof ClockAnswer> {
  return {
    state: s.state,
    running: s.running,
    targetMinutes: s.target === null ? null : minutes(s.target),
    elapsedMinutes: minutes(s.elapsed),
    remainingMinutes: s.remaining === null ? null : minutes(s.remaining),
    dueAt: iso(s.dueAt),
    breachedAt: iso(s.breachedAt),
    stoppedAt: iso(s.stoppedAt),
    warnings: s.thresholds
      .filter((t) => t.percent < 100)
      .map(({ percent, at, passed }) => ({ percent, at: iso(at), passed })),
  }
}

/** Whole minutes that have passed; of what remains, those that have begun count. */
const minutes = (ms: number): number => Math.floor(ms / 60_000)
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
