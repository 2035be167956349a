import { type Calendar, MINUTE } from './calendar.ts'
import { addOpenMillis, openMillis } from './open-time.ts'

export type StatusCategory = 'new' | 'open' | 'waiting' | 'resolved' | 'closed'
export type ClockName = 'response' | 'resolution'
export const CLOCKS: readonly ClockName[] = ['response', 'resolution']

/** A time that a ticket spent in one status. Instants are epoch milliseconds; `to` null for the status it has. */
export interface Span {
  status: string
  category: StatusCategory
  from: number
  to: number | null
}

/** All of a ticket's past that its clocks depend on. */
export interface TicketHistory {
  createdAt: number
  firstResponseAt: number | null
  /** From then on it was part of another ticket. */
  mergedAt: number | null
  /** In order, without gaps. */
  spans: readonly Span[]
}

export interface ClockRule {
  /** Open time until it is due; null for a clock that does not run. */
  targetMinutes: number | null
  warnPercents: readonly number[]
  /** Which status stops the clock for a while. */
  pauses(span: Span): boolean
}

/**
 * - `none`: no target
 * - `running`, `paused`: not due yet
 * - `met`: it stopped in time
 * - `breached`: it was due before it stopped, or is overdue
 * - `stopped`: merged while it went on and was not due, so that it counts neither way
 */
export type ClockStateName = 'none' | 'running' | 'paused' | 'met' | 'breached' | 'stopped'

/** When so much of the target is used up: known once it has happened, foreseen while the clock runs. */
export interface Threshold {
  /** 100 is the due time itself. */
  percent: number
  at: number | null
  passed: boolean
}

/** Where a clock stands. Instants are epoch milliseconds, durations milliseconds of open time. */
export interface ClockState {
  state: ClockStateName
  /** Time passes: neither paused nor over. */
  running: boolean
  /** Null while paused before it was due, and without a target. */
  dueAt: number | null
  breachedAt: number | null
  stoppedAt: number | null
  target: number | null
  elapsed: number
  /** Negative beyond the target. */
  remaining: number | null
  /** Warnings, then the due time. */
  thresholds: Threshold[]
}

/** A time during which a clock runs; `to` null for as long as nothing changes. */
interface Run {
  from: number
  to: number | null
}

/**
 * Where a clock of a ticket stands at `now`, from nothing but its past, the rule and the calendar: when any of these
 * changes, evaluating again is all there is to do. The response clock runs from creation to the first answer (or
 * until the ticket is resolved without one), the resolution clock until the ticket is resolved; both go on where
 * they were when it is reopened. O(days).
 */
export function evaluateClock(
  clock: ClockName,
  history: TicketHistory,
  rule: ClockRule,
  calendar: Calendar,
  now: number,
): ClockState {
  const past = upTo(history, now)
  const answeredAt = clock === 'response' ? past.firstResponseAt : null
  const runs = runsOf(past, rule, answeredAt)
  const stoppedAt = earliest(answeredAt, doneSince(past.spans))
  const elapsed = runs.reduce((sum, r) => sum + openMillis(calendar, r.from, r.to ?? now), 0)
  const running = stoppedAt === null && runs.at(-1)?.to === null
  if (rule.targetMinutes === null) return { ...NO_TARGET, running, stoppedAt, elapsed }

  const target = rule.targetMinutes * MINUTE
  const threshold = (percent: number): Threshold => {
    const at = reached(calendar, runs, Math.ceil((target * percent) / 100))
    return { percent, at, passed: at !== null && (stoppedAt === null ? at <= now : at < stoppedAt) }
  }
  const due = threshold(100)
  const breachedAt = due.passed ? due.at : null
  return {
    state: stateOf({
      breached: due.passed,
      stopped: stoppedAt !== null,
      merged: past.mergedAt !== null && (stoppedAt === null || stoppedAt >= past.mergedAt),
      running,
    }),
    running,
    dueAt: due.at,
    breachedAt,
    stoppedAt,
    target,
    elapsed,
    remaining: target - elapsed,
    thresholds: [...rule.warnPercents.map(threshold), due],
  }
}

const NO_TARGET = {
  state: 'none',
  dueAt: null,
  breachedAt: null,
  target: null,
  remaining: null,
  thresholds: [],
} satisfies Partial<ClockState>

function stateOf(is: {
  breached: boolean
  stopped: boolean
  merged: boolean
  running: boolean
}): ClockStateName {
  if (is.breached) return 'breached'
  if (is.merged) return 'stopped'
  if (is.stopped) return 'met'
  return is.running ? 'running' : 'paused'
}

const DONE: readonly StatusCategory[] = ['resolved', 'closed']
const isDone = (span: Span): boolean => DONE.includes(span.category)

/** The past as it was known at `now`: the first span begins at creation, the last one is open. */
function upTo(history: TicketHistory, now: number): TicketHistory {
  const known = history.spans.filter((s, i) => i === 0 || s.from <= now)
  const spans = known.map((s, i) => ({
    ...s,
    from: i === 0 ? history.createdAt : s.from,
    to: s.to !== null && s.to <= now ? s.to : null,
  }))
  const by = (at: number | null) => (at !== null && at <= now ? at : null)
  return {
    createdAt: history.createdAt,
    firstResponseAt: by(history.firstResponseAt),
    mergedAt: by(history.mergedAt),
    spans,
  }
}

function runsOf({ spans }: TicketHistory, rule: ClockRule, answeredAt: number | null): Run[] {
  const runs = spans.filter((s) => !isDone(s) && !rule.pauses(s)).map(({ from, to }): Run => ({ from, to }))
  if (answeredAt === null) return runs
  return runs
    .filter((r) => r.from < answeredAt)
    .map(({ from, to }) => ({ from, to: to === null ? answeredAt : Math.min(to, answeredAt) }))
}

/** Since when the ticket has been resolved or closed without a break; null while it is neither. */
function doneSince(spans: readonly Span[]): number | null {
  const lastOpen = spans.findLastIndex((s) => !isDone(s))
  return spans[lastOpen + 1]?.from ?? null
}

/** The instant by which a clock has run for so long; null if it stops or pauses before. */
function reached(calendar: Calendar, runs: readonly Run[], amount: number): number | null {
  let left = amount
  for (const { from, to } of runs) {
    if (to === null) return addOpenMillis(calendar, from, left)
    const open = openMillis(calendar, from, to)
    if (left <= open) return addOpenMillis(calendar, from, left)
    left -= open
  }
  return null
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)
