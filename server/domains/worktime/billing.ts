import { z } from 'zod'
import type { Statement, Tx } from '../../platform/db/database.ts'

/** What is billed is rounded up to whole steps of so many minutes. */
export const Step = z.number().int().min(1).max(240)
/** No entry is billed as less. */
export const Least = z.number().int().min(0).max(480)

/**
 * SQL: the minutes of the entry `e` that are billed, of billable time; as its approval decided, or as it would decide now.
 * Needs `BILLED_JOINS`.
 */
export const BILLED = `coalesce(e.billed_minutes, wk_billed_minutes(e.minutes,
  coalesce(bc.bill_step_minutes, bs.step_minutes, 1), coalesce(bc.bill_least_minutes, bs.least_minutes, 0)))`
export const BILLED_JOINS = `left join contracts bc on bc.org_id = e.org_id and bc.id = e.contract_id
  left join billing_settings bs on bs.org_id = e.org_id`

export interface BillingSettings {
  stepMinutes: number
  leastMinutes: number
  version: number
}

/** Until somebody says otherwise what was worked is what is billed. */
const DEFAULTS: BillingSettings = { stepMinutes: 1, leastMinutes: 0, version: 0 }
const READ: Statement = {
  name: 'billing-settings',
  text: `select step_minutes as "stepMinutes", least_minutes as "leastMinutes", version from billing_settings where org_id = $1`,
}
const KEEP: Statement = {
  name: 'billing-settings-keep',
  text: `insert into billing_settings as s (org_id, step_minutes, least_minutes) values ($1, $2, $3)
    on conflict (org_id) do update set step_minutes = $2, least_minutes = $3, version = s.version + 1
    where s.version = $4 returning version`,
}

/** How billable time is rounded where its contract does not say. */
export async function billingSettings(tx: Tx): Promise<BillingSettings> {
  const [row] = await tx.run<BillingSettings>(READ, [tx.context.orgId])
  return row ?? DEFAULTS
}

/** Keeps them, for what is approved from now on. Answers whether they were at that version. */
export async function keepBillingSettings(tx: Tx, s: BillingSettings): Promise<boolean> {
  const rows = await tx.run(KEEP, [tx.context.orgId, s.stepMinutes, s.leastMinutes, s.version])
  return rows.length > 0
}
