import { z } from 'zod'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { myName, orgPolicy } from '../../identity/index.ts'
import { myClients } from '../my-clients.ts'

const Named = z.object({ id: z.string(), name: z.string() })

/** What a portal person sees of themselves: their clients and facilities. */
export function portalRoutes({ keys }: Services): Route[] {
  const home = route({
    method: 'GET',
    path: '/portal/me',
    tag: 'portal',
    needs: 'portal',
    summary: 'Oneself in the portal: one’s clients and facilities',
    answer: {
      status: 200,
      schema: z.object({
        name: z.string(),
        email: z.string(),
        organization: z.string(),
        timeZone: z.string(),
        clients: z.array(
          Named.extend({
            kind: z.enum(['person', 'organisation']),
            /** Whether they are the client, and not a contact of it. */
            self: z.boolean(),
          }),
        ),
        facilities: z.array(Named.extend({ phone: z.string().nullable(), address: z.array(z.string()) })),
        rememberDays: z.number(),
      }),
    },
    async handler(ctx) {
      const { principal } = ctx
      const found = await ctx.withContext(async (tx) => ({
        who: await myName(keys, ctx, tx),
        clients: await myClients(keys, tx),
        facilities: await tx.db.selectFrom('facilities').selectAll().orderBy('name').execute(),
        organization: await tx.db.selectFrom('organizations').select('time_zone').executeTakeFirstOrThrow(),
      }))
      await ctx.recordRead({
        action: 'portal.read',
        object: { type: 'user', id: principal.userId },
        objects: found.clients.map((c) => c.id),
        ...(found.clients.length > 0 && { classes: ['contact'] as const }),
      })
      return {
        name: found.who.displayName,
        email: found.who.email,
        organization: principal.organization,
        timeZone: found.organization.time_zone,
        clients: found.clients,
        facilities: found.facilities.map((f) => ({ id: f.id, name: f.name, ...placeOf(f.details) })),
        rememberDays: orgPolicy(principal.policy).remember.portalDays,
      }
    },
  })
  return [home]
}

interface Details {
  phone?: string
  address?: { line?: string[]; city?: string; state?: string; postalCode?: string; country?: string }
}

function placeOf(details: unknown): { phone: string | null; address: string[] } {
  const { phone, address = {} } = (details ?? {}) as Details
  const town = [address.city, [address.state, address.postalCode].filter(Boolean).join(' ')]
  return {
    phone: phone ?? null,
    address: [...(address.line ?? []), town.filter(Boolean).join(', '), address.country ?? ''].filter(
      Boolean,
    ),
  }
}
