import { z } from 'zod'
import { csrfToken } from '../../../platform/http/authenticate.ts'
import { unauthenticated } from '../../../platform/http/problem.ts'
import { NoBody, type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import type { OrgKeys } from '../../../platform/keys/org-keys.ts'
import type { Services } from '../../../platform/services.ts'
import { rememberedDays } from '../devices.ts'
import { factorsOf } from '../factors.ts'
import { myName } from '../my-name.ts'
import { orgPolicy } from '../org-policy.ts'
import { ownAccount } from '../second-factor.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const SessionAnswer = z.object({
  user: z.object({
    id: z.string(),
    email: z.string(),
    displayName: z.string(),
    /** `portal` for people of the client portal, who have an app of their own. */
    kind: z.enum(['person', 'service', 'portal']),
  }),
  organization: Named,
  roles: z.array(Named),
  permissions: z.array(z.string()),
  fieldClasses: z.partialRecord(z.string(), z.enum(['read', 'write'])),
  csrfToken: z.string(),
  idleExpiresAt: z.string(),
  absoluteExpiresAt: z.string(),
  mfa: z.boolean(),
  stage: z.enum(['totp', 'enrol-totp', 'change-password', 'full']),
  /** At the step of the second factor: what can be given. */
  factors: z.array(z.enum(['totp', 'passkey'])),
  /** For how many days this device may be remembered; 0 where the organization wants none. */
  rememberDays: z.number(),
})

/** Before signing in is finished, a session tells nothing of what its user may do. */
async function present(keys: OrgKeys, ctx: RequestContext) {
  const p = ctx.principal
  if (!p.sessionId || !ctx.credential) throw unauthenticated()
  const full = p.stage === 'full'
  const called =
    p.kind === 'portal'
      ? await ctx.withContext((tx) => myName(keys, ctx, tx))
      : { email: p.email, displayName: p.displayName }
  return {
    user: { id: p.userId, kind: p.kind, ...called },
    organization: { id: p.orgId, name: p.organization },
    roles: full ? p.roles.map(({ id, name }) => ({ id, name })) : [],
    permissions: full ? [...p.permissions] : [],
    fieldClasses: full ? p.fieldClasses : {},
    csrfToken: csrfToken(ctx.credential),
    idleExpiresAt: iso(p.idleExpiresAt),
    absoluteExpiresAt: iso(p.absoluteExpiresAt),
    mfa: p.mfa ?? false,
    stage: p.stage!,
    factors:
      p.stage === 'totp' ? await ctx.withContext(async (tx) => factorsOf(tx, await ownAccount(ctx, tx))) : [],
    rememberDays: rememberedDays(orgPolicy(p.policy), p.kind),
  }
}
const iso = (t: string | undefined) => new Date(t ?? 0).toISOString()

export function sessionRoutes({ keys }: Services): Route[] {
  const get = route({
    method: 'GET',
    path: '/session',
    tag: 'session',
    needs: 'pre-session',
    alsoPortal: true,
    summary: 'Who is signed in, what they may do, and how long',
    passive: true,
    answer: { status: 200, schema: SessionAnswer },
    unaudited: 'about oneself; asked by the app all the time',
    handler: (ctx) => present(keys, ctx),
  })
  const extend = route({
    method: 'POST',
    path: '/session/extend',
    tag: 'session',
    needs: 'session',
    alsoPortal: true,
    summary: 'I am still here: begin the idle time anew',
    body: NoBody,
    answer: { status: 200, schema: SessionAnswer },
    unaudited: 'about oneself',
    async handler(ctx) {
      const { sessionId } = ctx.principal
      if (!sessionId) throw unauthenticated()
      const row = await ctx.withContext((tx) =>
        tx.db
          .updateTable('sessions')
          .set({ last_seen_at: new Date() })
          .where('id', '=', sessionId)
          .where('ended_at', 'is', null)
          .returning(['last_seen_at', 'idle_seconds'])
          .executeTakeFirst(),
      )
      if (!row) throw unauthenticated()
      return {
        ...(await present(keys, ctx)),
        idleExpiresAt: new Date(row.last_seen_at.getTime() + row.idle_seconds * 1000).toISOString(),
      }
    },
  })
  return [get, extend]
}
