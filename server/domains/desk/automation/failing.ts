import { DatabaseUnavailable, type Statement, type Tx } from '../../../platform/db/database.ts'
import { addJob } from '../../../platform/jobs/index.ts'
import { savepoint } from '../savepoint.ts'
import type { Changed, Happening } from './rule.ts'

/** What happened to a ticket and rules have not dealt with. */
export interface Happened {
  happening: Happening
  changed: Changed[]
  answerable: boolean
  /** When, as the database has it: to the microsecond. */
  at: string
  /** The one rule that is still to deal with it, and how often it has tried; null where none has yet. */
  ruleId: string | null
  attempts: number
}

/** Pauses after a rule failed, in minutes; then it is given up for what happened. */
const PAUSES = [1, 5, 30, 120]

const AGAIN: Statement = {
  name: 'ticket-happening-again',
  text: `insert into ticket_happenings (org_id, ticket_id, happening, changed, answerable, at, rule_id, attempts, due_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
}
const FAILED: Statement = {
  name: 'ticket-rule-failed',
  text: 'update ticket_rules set failed_at = now(), error_code = $3 where org_id = $1 and id = $2',
}

/** The database as a whole, or another transaction, is in the way: no rule's fault. */
const NOBODYS = /^(08|40|53|57P|ECONN|EPIPE)/

/** Does all of something within a transaction, or none of it: answers the code of what went wrong. */
export const wholly = (tx: Tx, work: () => Promise<void>): Promise<string | undefined> =>
  savepoint(tx, 'rule', work, (error) => {
    const code = codeOf(error)
    return error instanceof DatabaseUnavailable || NOBODYS.test(code) ? undefined : code
  })

/** What kind of fault it was, without a word of what it was about. */
export function codeOf(error: unknown): string {
  const { code, constructor: kind } = Object(error) as { code?: unknown; constructor?: { name?: unknown } }
  const named = [code, kind?.name].find((x) => typeof x === 'string' && /^\w{1,40}$/.test(x))
  return (named as string | undefined) ?? 'Error'
}

/** Notes on a rule that it failed, and has it tried again later; answers whether it will be. */
export async function failedFor(
  tx: Tx,
  ticketId: string,
  ruleId: string,
  code: string,
  one: Happened,
): Promise<boolean> {
  const { orgId } = tx.context
  await tx.run(FAILED, [orgId, ruleId, code])
  const pause = PAUSES[one.attempts]
  if (pause === undefined) return false
  const due = new Date(Date.now() + pause * 60_000)
  const { happening, changed, answerable, at } = one
  const what = [happening, changed, answerable, at]
  await tx.run(AGAIN, [orgId, ticketId, ...what, ruleId, one.attempts + 1, due])
  const key = `ticket.rules.again:${ticketId}:${ruleId}`
  await addJob(tx, 'ticket.rules', { ticketId }, { key, runAt: due })
  return true
}
