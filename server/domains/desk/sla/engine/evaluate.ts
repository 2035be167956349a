import type { Calendar } from './calendar.ts'
import { type ClockName, type ClockState, evaluateClock, type Span, type TicketHistory } from './clock.ts'

/** What a policy asks of tickets of one priority. */
export interface Target {
  responseMinutes: number | null
  resolutionMinutes: number | null
}

/** The part of a policy that its clocks depend on, for one ticket. */
export interface Terms {
  target: Target
  /** Percents of the target at which to warn, such as 75. */
  warnPercents: readonly number[]
  /** Keys of statuses that pause; null for each whose category is `waiting`. An empty list: nothing pauses. */
  pauseStatuses: readonly string[] | null
}

export interface Evaluation {
  response: ClockState
  resolution: ClockState
  /** The due time to sort by: the earliest of the clocks that are not over. */
  nextDueAt: number | null
}

/** Where both clocks of a ticket stand at `now`. Pure: the same input, the same answer. */
export function evaluate(history: TicketHistory, terms: Terms, calendar: Calendar, now: number): Evaluation {
  const pauses = pauseRule(terms.pauseStatuses)
  const at = (clock: ClockName, targetMinutes: number | null) =>
    evaluateClock(clock, history, { targetMinutes, warnPercents: terms.warnPercents, pauses }, calendar, now)
  const response = at('response', terms.target.responseMinutes)
  const resolution = at('resolution', terms.target.resolutionMinutes)
  const due = [response, resolution].flatMap((c) => (isOver(c) || c.dueAt === null ? [] : [c.dueAt]))
  return { response, resolution, nextDueAt: due.length ? Math.min(...due) : null }
}

/** A clock that will not move again unless the ticket is reopened. */
export const isOver = (clock: ClockState): boolean => clock.stoppedAt !== null || clock.state === 'stopped'

function pauseRule(statuses: readonly string[] | null): (span: Span) => boolean {
  if (statuses === null) return (span) => span.category === 'waiting'
  const set = new Set(statuses)
  return (span) => set.has(span.status)
}
