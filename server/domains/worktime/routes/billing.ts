import { z } from 'zod'
import { stale } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { billingSettings, keepBillingSettings, Least, Step } from '../billing.ts'

const Settings = { stepMinutes: Step, leastMinutes: Least }
const SettingsAnswer = z.object({ ...Settings, version: z.number().int() })

/** How the organization rounds billable time, where a contract says nothing of it. */
export function billingRoutes(): Route[] {
  const read = route({
    method: 'GET',
    path: '/billing-settings',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary: 'How billable time is rounded up where its contract does not say',
    answer: { status: 200, schema: SettingsAnswer },
    unaudited: 'a setting of the organization, nothing of anybody',
    handler: (ctx) => ctx.withContext(async (tx) => ({ ...(await billingSettings(tx)) })),
  })
  const keep = route({
    method: 'PUT',
    path: '/billing-settings',
    tag: 'contracts',
    needs: 'contracts:manage',
    summary:
      'Round billable time up to steps, with a least time for each entry; for what is approved from now on',
    body: z.strictObject(Settings),
    answer: { status: 200, schema: SettingsAnswer },
    handler: (ctx, { body }) => {
      const version = ctx.ifMatch()
      return ctx.withContext(async (tx) => {
        const old = await billingSettings(tx)
        if (old.version !== version || !(await keepBillingSettings(tx, { ...body, version }))) throw stale()
        await ctx.record(tx, {
          action: 'billing-settings.change',
          object: { type: 'organization', id: tx.context.orgId },
          changes: (['stepMinutes', 'leastMinutes'] as const).filter((f) => old[f] !== body[f]),
        })
        return { ...(await billingSettings(tx)) }
      })
    },
  })
  return [read, keep]
}
