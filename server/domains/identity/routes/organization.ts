import { z } from 'zod'
import { allowedFrom } from '../../../platform/http/authenticate.ts'
import { conflict, invalid } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { zoneNamed } from '../../../platform/time-zone.ts'
import { changePolicy, OrgPolicy, OrgPolicyChange, orgPolicy } from '../org-policy.ts'
import { Name } from './setup.ts'

const Answer = z.object({
  id: z.string(),
  name: z.string(),
  /** Where its days begin: a name of the IANA database. */
  timeZone: z.string(),
  policy: OrgPolicy,
})

/** The organization's name, time zone and sign-in policy. */
export function organizationRoutes(_: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/organization',
    tag: 'organization',
    needs: 'settings:read',
    summary: 'The organization and its policies',
    answer: { status: 200, schema: Answer },
    async handler(ctx) {
      const org = await ctx.withContext((tx) =>
        tx.db.selectFrom('organizations').selectAll().executeTakeFirstOrThrow(),
      )
      await ctx.recordRead({ action: 'organization.read', object: { type: 'organization', id: org.org_id } })
      return { id: org.org_id, name: org.name, timeZone: org.time_zone, policy: orgPolicy(org.policy) }
    },
  })
  const change = route({
    method: 'PATCH',
    path: '/organization',
    tag: 'organization',
    needs: 'settings:manage',
    summary: 'Change name, time zone or policies; what is left out stays',
    body: z.strictObject({
      name: Name.optional(),
      timeZone: z.string().max(64).optional(),
      policy: OrgPolicyChange.optional(),
    }),
    answer: { status: 200, schema: Answer },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const org = await tx.db.selectFrom('organizations').selectAll().forUpdate().executeTakeFirstOrThrow()
        const before = orgPolicy(org.policy)
        const policy = changePolicy(before, body.policy ?? {})
        const timeZone = body.timeZone === undefined ? org.time_zone : zoneNamed(body.timeZone)
        if (!timeZone)
          throw invalid([
            { field: 'timeZone', message: 'is no time zone of the IANA database, such as America/New_York' },
          ])
        if (!allowedFrom(policy.ipAllowList, ctx.ip))
          throw conflict('locks-you-out', 'This list would lock you out', 'Your own address must be on it.')
        await tx.db
          .updateTable('organizations')
          .set({
            policy: JSON.stringify(policy),
            time_zone: timeZone,
            ...(body.name && { name: body.name }),
          })
          .execute()
        // Sessions that live on do so by the new idle time.
        if (policy.session.idleMinutes !== before.session.idleMinutes)
          await tx.db
            .updateTable('sessions')
            .set({ idle_seconds: policy.session.idleMinutes * 60 })
            .where('ended_at', 'is', null)
            .where('stage', '=', 'full')
            .execute()
        await ctx.record(tx, {
          action: 'organization.change',
          object: { type: 'organization', id: org.org_id },
          changes: [
            ...changedPaths(before, policy, body.name !== undefined && body.name !== org.name),
            ...(timeZone === org.time_zone ? [] : ['timeZone']),
          ],
        })
        return { id: org.org_id, name: body.name ?? org.name, timeZone, policy }
      }),
  })
  return [get, change]
}

function changedPaths(before: OrgPolicy, after: OrgPolicy, name: boolean): string[] {
  const flat = (o: object, prefix: string): [string, string][] =>
    Object.entries(o).flatMap(([k, v]) =>
      v !== null && typeof v === 'object' && !Array.isArray(v)
        ? flat(v, `${prefix}${k}.`)
        : [[`${prefix}${k}`, JSON.stringify(v)] as [string, string]],
    )
  const old = new Map(flat(before, 'policy.'))
  return [
    ...(name ? ['name'] : []),
    ...flat(after, 'policy.')
      .filter(([k, v]) => old.get(k) !== v)
      .map(([k]) => k),
  ]
}
