import type { Statement, Tx } from '../../../platform/db/database.ts'
import { alarmAt, type Clocks } from './clocks.ts'
import { CLOCKS, type ClockName, type ClockState } from './engine/clock.ts'
import { isOver } from './engine/evaluate.ts'

const CLOCK_COLUMNS: [name: string, type: string][] = [
  ['state', 'text'],
  ['target', 'bigint'],
  ['elapsed', 'bigint'],
  ['due_at', 'timestamptz'],
  ['breached_at', 'timestamptz'],
  ['stopped_at', 'timestamptz'],
  ['decided_at', 'timestamptz'],
  ['alarm_at', 'timestamptz'],
]
const COLUMNS: [name: string, type: string][] = [
  ['ticket_id', 'uuid'],
  ['policy_id', 'uuid'],
  ...CLOCKS.flatMap((clock) => CLOCK_COLUMNS.map(([n, t]): [string, string] => [`${clock}_${n}`, t])),
  ['next_due_at', 'timestamptz'],
  ['next_warn_at', 'timestamptz'],
  ['fired', 'text[]'],
  ['evaluated_at', 'timestamptz'],
]
const names = COLUMNS.map(([n]) => n)
const SAVE: Statement = {
  name: 'sla-save',
  text: `insert into ticket_slas (org_id, ${names.join(', ')})
    select $1, ${names.map((n) => `r.${n}`).join(', ')}
    from jsonb_to_recordset($2) as r(${COLUMNS.map(([n, t]) => `${n} ${t}`).join(', ')})
    on conflict (org_id, ticket_id) do update set ${names
      .slice(1)
      .map((n) => `${n} = excluded.${n}`)
      .join(', ')}`,
}
/** One job a ticket and clock: adding it again moves it. */
const ALARMS: Statement = {
  name: 'sla-alarms',
  text: `select case when r.at is null then wk_remove_job(r.key)
      else wk_add_job('sla.alarm', jsonb_build_object('ticketId', r.ticket_id, 'clock', r.clock), r.key, r.at) end
    from jsonb_to_recordset($1) as r(key text, ticket_id uuid, clock text, at timestamptz)`,
}

/** Keeps where clocks stand and moves their alarms, in two statements for all of them. */
export async function saveClocks(tx: Tx, all: readonly Clocks[], rung?: ClockName): Promise<void> {
  const kept = all.filter((c) => c.loaded.policy || c.loaded.before.known)
  if (kept.length === 0) return
  const alarms = kept.flatMap((c) => alarmsOf(c, rung))
  await Promise.all([
    tx.run(SAVE, [tx.context.orgId, JSON.stringify(kept.map(row))]),
    ...(alarms.length ? [tx.run(ALARMS, [JSON.stringify(alarms)])] : []),
  ])
}

function row(c: Clocks): Record<string, unknown> {
  const { loaded, evaluation, fired } = c
  const ahead = CLOCKS.flatMap((clock) => nextWarning(evaluation[clock]))
  return {
    ticket_id: loaded.ticketId,
    policy_id: loaded.policy?.id ?? null,
    ...Object.fromEntries(CLOCKS.flatMap((clock) => clockRow(clock, evaluation[clock], alarmAt(clock, c)))),
    next_due_at: iso(evaluation.nextDueAt),
    next_warn_at: iso(ahead.length ? Math.min(...ahead) : null),
    fired,
    evaluated_at: iso(loaded.now),
  }
}

function clockRow(clock: ClockName, s: ClockState, alarm: number | null): [string, unknown][] {
  const values: Record<string, unknown> = {
    state: s.state,
    target: s.target,
    elapsed: Math.round(s.elapsed),
    due_at: iso(s.dueAt),
    breached_at: iso(s.breachedAt),
    stopped_at: iso(s.stoppedAt),
    decided_at: iso(decidedAt(s)),
    alarm_at: iso(alarm),
  }
  return Object.entries(values).map(([name, value]) => [`${clock}_${name}`, value])
}

const decidedAt = (s: ClockState): number | null =>
  s.state === 'breached' ? s.breachedAt : s.state === 'met' ? s.stoppedAt : null

/** The next warning of a clock that is not over, before its due time. */
function nextWarning(s: ClockState): number[] {
  if (isOver(s)) return []
  return s.thresholds.flatMap((t) => (t.percent < 100 && t.at !== null && !t.passed ? [t.at] : []))
}

/** Only what moved is told to the queue. The job that rings is gone by its ringing, so its clock is told anew. */
function alarmsOf(c: Clocks, rung?: ClockName): Record<string, unknown>[] {
  return CLOCKS.flatMap((clock) => {
    const at = alarmAt(clock, c)
    const before = c.loaded.before.alarms[clock]
    if (at === before && clock !== rung) return []
    if (at === null && before === null) return []
    const { ticketId } = c.loaded
    return [{ key: `sla.alarm:${ticketId}:${clock}`, ticket_id: ticketId, clock, at: iso(at) }]
  })
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
