import type { Tx } from '../../../platform/db/database.ts'
import { type Clocks, stillHolding } from './clocks.ts'
import { AROUND_THE_CLOCK, compiledCalendar } from './compiled.ts'
import { type Evaluation, evaluate } from './engine/evaluate.ts'
import { type Loaded, loadTickets } from './load.ts'
import { termsFor } from './policy.ts'
import { saveClocks } from './save.ts'

/**
 * Works out anew where the clocks of a ticket stand and when the next alarm is due, in the transaction that changed
 * the ticket: its status, priority, client, queue, type, first answer, or that it was made or merged. The caller holds
 * the ticket's lock. Without a policy that fits nothing is kept.
 *
 * @example
 * await recomputeSla(tx, ticketId)
 */
export async function recomputeSla(tx: Tx, ticketId: string): Promise<void> {
  await recomputeSlas(tx, [ticketId])
}

/** The same for many tickets in one statement each way. */
export async function recomputeSlas(tx: Tx, ticketIds: readonly string[]): Promise<void> {
  const clocks = await computeClocks(tx, ticketIds)
  await saveClocks(tx, clocks)
}

/** Where the clocks of tickets stand now, by the policies and calendars of now; nothing is written. */
export async function computeClocks(tx: Tx, ticketIds: readonly string[]): Promise<Clocks[]> {
  const out: Clocks[] = []
  for (const ticket of await loadTickets(tx, ticketIds)) {
    const evaluation = await evaluateLoaded(tx, ticket)
    out.push({ loaded: ticket, evaluation, fired: stillHolding(ticket.before.fired, evaluation) })
  }
  return out
}

const NOTHING = {
  target: { responseMinutes: null, resolutionMinutes: null },
  warnPercents: [],
  pauseStatuses: null,
}

/** Evaluates a ticket under its policy; without one, no clock runs. */
export async function evaluateLoaded(
  tx: Tx,
  { history, now, policy, priority }: Loaded,
): Promise<Evaluation> {
  const found = policy && termsFor(policy, priority)
  if (!found) return evaluate(history, NOTHING, AROUND_THE_CLOCK, now)
  const calendar = found.aroundTheClock ? AROUND_THE_CLOCK : await compiledCalendar(tx, policy.calendar)
  return evaluate(history, found.terms, calendar, now)
}
