import { CLOCKS, type ClockName } from './engine/clock.ts'
import { type Evaluation, isOver } from './engine/evaluate.ts'
import type { Loaded } from './load.ts'

/** Where the clocks of one ticket stand, and which alarms hold. */
export interface Clocks {
  loaded: Loaded
  evaluation: Evaluation
  /** Alarms that were given and still hold, as `clock:percent`. */
  fired: string[]
}

export const firedKey = (clock: ClockName, percent: number): string => `${clock}:${percent}`

/** An alarm is armed again when what it told is no longer so: the ticket has more time than it had. */
export function stillHolding(fired: string[], evaluation: Evaluation): string[] {
  const passed = new Set(
    CLOCKS.flatMap((clock) =>
      evaluation[clock].thresholds.filter((t) => t.passed).map((t) => firedKey(clock, t.percent)),
    ),
  )
  return fired.filter((key) => passed.has(key))
}

/** Thresholds of a clock that were passed and not told yet, lowest first. */
export function duePercents(clock: ClockName, { evaluation, fired }: Clocks): number[] {
  const state = evaluation[clock]
  if (isOver(state)) return []
  return state.thresholds
    .filter((t) => t.passed && !fired.includes(firedKey(clock, t.percent)))
    .map((t) => t.percent)
    .toSorted((a, b) => a - b)
}

/** When a clock's next alarm is to be looked at: at once if one is due; null when none can be foreseen. */
export function alarmAt(clock: ClockName, { evaluation, fired }: Clocks): number | null {
  const state = evaluation[clock]
  const ahead = state.thresholds.flatMap((t) =>
    t.at === null || fired.includes(firedKey(clock, t.percent)) ? [] : [t.at],
  )
  return isOver(state) || ahead.length === 0 ? null : Math.min(...ahead)
}
