import type { Tx } from '../../../platform/db/database.ts'
import { type By, bySystem } from '../../../platform/http/by.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import type { Services } from '../../../platform/services.ts'
import { type LockedTicket, lockTicket } from '../records.ts'
import { type Clocks, duePercents, firedKey } from './clocks.ts'
import type { ClockName } from './engine/clock.ts'
import { escalate } from './escalate.ts'
import { notifyOfSla } from './notify.ts'
import type { SlaAction } from './policy.ts'
import { computeClocks } from './recompute.ts'
import { saveClocks } from './save.ts'

type Parts = Pick<Services, 'db' | 'keys' | 'live'>

/**
 * The alarm of one clock of one ticket went off. What it was set for may have changed since, so the clock is looked
 * at anew: only what is so now is told, each warning and each breach once, and the next alarm is set.
 */
export async function ring(services: Parts, { orgId, payload }: Job): Promise<void> {
  const ticketId = String(payload.ticketId)
  const clock: ClockName = payload.clock === 'response' ? 'response' : 'resolution'
  const told = await services.db.withContext(
    { orgId, userId: null },
    (tx) => tell(tx, services, ticketId, clock),
    'worker',
  )
  if (told) services.live.changed(orgId, 'tickets')
}

async function tell(tx: Tx, services: Parts, ticketId: string, clock: ClockName): Promise<boolean> {
  const by = bySystem(services)
  const ticket = await lockTicket(tx, ticketId)
  const [clocks] = ticket ? await computeClocks(tx, [ticketId]) : []
  if (!ticket || !clocks) return false
  const due = duePercents(clock, clocks)
  clocks.fired.push(...due.map((percent) => firedKey(clock, percent)))
  await saveClocks(tx, [clocks], clock)
  if (due.length === 0) return false
  for (const percent of due) await recordAlarm(tx, by, clocks, clock, percent)
  const actions = due.flatMap((percent) => actionsFor(clocks.loaded.policy?.actions ?? [], clock, percent))
  await act(tx, services, ticket, actions)
  return true
}

function recordAlarm(tx: Tx, by: By, clocks: Clocks, clock: ClockName, percent: number): Promise<void> {
  const threshold = clocks.evaluation[clock].thresholds.find((t) => t.percent === percent)
  return by.record(tx, {
    action: percent === 100 ? 'ticket.sla-breach' : 'ticket.sla-warning',
    object: { type: 'ticket', id: clocks.loaded.ticketId },
    facts: {
      clock,
      percent,
      policy: clocks.loaded.policy?.id ?? null,
      passedAt: threshold?.at ? new Date(threshold.at).toISOString() : null,
    },
  })
}

/** What a policy does at a threshold of a clock; 100 is the due time. */
export function actionsFor(actions: readonly SlaAction[], clock: ClockName, percent: number): SlaAction[] {
  return actions.filter(
    (a) =>
      (a.clock === 'both' || a.clock === clock) &&
      (percent === 100 ? a.on === 'breach' : a.on === 'warning') &&
      (a.percent === undefined || percent === 100 || a.percent === percent),
  )
}

/** Escalates first, so that who is told is who has the ticket now. */
async function act(tx: Tx, services: Parts, ticket: LockedTicket, actions: SlaAction[]): Promise<void> {
  await escalate(tx, services, ticket, {
    raise: actions.some((a) => a.raisePriority),
    teamId: actions.findLast((a) => a.reassignTeamId)?.reassignTeamId ?? undefined,
  })
  await notifyOfSla(tx, ticket, {
    assignee: actions.some((a) => a.notify.assignee),
    team: actions.some((a) => a.notify.team),
    userIds: [...new Set(actions.flatMap((a) => a.notify.userIds))],
  })
}
