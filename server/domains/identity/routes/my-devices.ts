import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { listDevices, rememberedDays, revokeDevices } from '../devices.ts'
import { orgPolicy } from '../org-policy.ts'

export const DeviceList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** The one that asks. */
      current: z.boolean(),
      userAgent: z.string().nullable(),
      createdAt: z.string(),
      lastUsedAt: z.string(),
      expiresAt: z.string(),
    }),
  ),
})

/** The devices on which one's second factor is not asked again for a while. */
export function myDeviceRoutes(_: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/me/devices',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Devices on which one’s second factor is remembered',
    answer: {
      status: 200,
      schema: DeviceList.extend({
        /** For how many days it is remembered; 0 where the organization wants none. */
        days: z.number(),
      }),
    },
    unaudited: 'about oneself',
    handler: (ctx) =>
      ctx.withContext(async (tx) => ({
        items: await listDevices(ctx, tx, ctx.principal.userId),
        days: rememberedDays(orgPolicy(ctx.principal.policy), ctx.principal.kind),
      })),
  })
  const revoke = route({
    method: 'DELETE',
    path: '/me/devices/:id',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Forget a device: its next sign-in takes the second factor',
    params: z.object({ id: z.uuid() }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        if (!(await revokeDevices(tx, userId, params.id))) throw notFound('The device')
        await ctx.record(tx, {
          action: 'user.device-revoke',
          object: { type: 'user', id: userId },
          facts: { device: params.id },
        })
      }),
  })
  const revokeAll = route({
    method: 'DELETE',
    path: '/me/devices',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Forget all devices',
    answer: { status: 200, schema: z.object({ revoked: z.number() }) },
    handler: (ctx) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        const revoked = await revokeDevices(tx, userId)
        await ctx.record(tx, {
          action: 'user.device-revoke',
          object: { type: 'user', id: userId },
          facts: { revoked },
        })
        return { revoked }
      }),
  })
  return [list, revoke, revokeAll]
}
