import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { forbidden, invalid, notFound } from '../../../platform/http/problem.ts'
import { type RequestContext, type Route, route } from '../../../platform/http/route.ts'
import { ALL_PERMISSIONS, PERMISSIONS } from '../../../platform/policy/permissions.ts'
import type { Services } from '../../../platform/services.ts'
import { createServiceToken } from '../service-tokens.ts'
import { findUser } from '../users.ts'

const MOST_DAYS = 366
const Named = z.object({ id: z.string(), name: z.string() })
const TokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  user: Named,
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
const Scope = z.string().refine((s) => s === '*' || s in PERMISSIONS, 'must be * or a permission')

/** Service tokens: a user's power, cut down to scopes, for a limited time. */
export function tokenRoutes(_: Services): Route[] {
  const list = route({
    method: 'GET',
    path: '/tokens',
    tag: 'tokens',
    needs: 'tokens:manage',
    summary: 'Service tokens',
    answer: { status: 200, schema: z.object({ items: z.array(TokenAnswer) }) },
    async handler(ctx) {
      const items = await ctx.withContext(async (tx) =>
        (
          await tx.db
            .selectFrom('service_tokens as t')
            .innerJoin('users as u', (j) =>
              j.onRef('u.org_id', '=', 't.org_id').onRef('u.id', '=', 't.user_id'),
            )
            .selectAll('t')
            .select('u.display_name')
            .orderBy('t.id', 'desc')
            .limit(500)
            .execute()
        ).map(present),
      )
      await ctx.recordRead({
        action: 'token.list',
        object: { type: 'token', id: null },
        objects: items.map((t) => t.id),
      })
      return { items }
    },
  })
  const create = route({
    method: 'POST',
    path: '/tokens',
    tag: 'tokens',
    needs: 'tokens:manage',
    summary: 'Make a service token; its secret is shown once',
    body: z.strictObject({
      name: z.string().trim().min(1).max(100),
      userId: z.uuid().optional(),
      scopes: z
        .array(Scope)
        .min(1)
        .max(ALL_PERMISSIONS.length + 1),
      expiresAt: z.iso.datetime(),
    }),
    answer: { status: 201, schema: TokenAnswer.extend({ token: z.string() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const userId = body.userId ?? ctx.principal.userId
        const user = await findUser(tx, userId)
        // A token of another user lends that user's power: only for service accounts, and by who may give roles.
        if (
          userId !== ctx.principal.userId &&
          (user.kind !== 'service' || !ctx.principal.permissions.has('roles:manage'))
        )
          throw forbidden('A token of another user can be made for service accounts only, with roles:manage.')
        if (user.status !== 'active') throw invalid([{ field: 'userId', message: 'is not an active user' }])
        const expires = new Date(body.expiresAt)
        if (expires <= new Date() || expires.getTime() > Date.now() + MOST_DAYS * 86_400_000)
          throw invalid([{ field: 'expiresAt', message: 'must lie within the next year' }])
        await withinOwnToken(ctx, tx, body.scopes, expires)
        const made = await createServiceToken(tx, {
          userId,
          name: body.name,
          scopes: body.scopes,
          expiresAt: expires,
          createdBy: ctx.principal.userId,
        })
        await ctx.record(tx, {
          action: 'token.create',
          object: { type: 'token', id: made.id },
          facts: { user: userId },
        })
        return {
          id: made.id,
          name: body.name,
          user: { id: userId, name: user.display_name },
          scopes: body.scopes,
          createdAt: new Date().toISOString(),
          expiresAt: expires.toISOString(),
          lastUsedAt: null,
          revokedAt: null,
          token: made.token,
        }
      }),
  })
  const revoke = route({
    method: 'DELETE',
    path: '/tokens/:id',
    tag: 'tokens',
    needs: 'tokens:manage',
    summary: 'Revoke a token, at once',
    params: z.object({ id: z.uuid() }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const done = await tx.db
          .updateTable('service_tokens')
          .set({ revoked_at: new Date() })
          .where('id', '=', params.id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        if (!done.numUpdatedRows) throw notFound('The token')
        await ctx.record(tx, { action: 'token.revoke', object: { type: 'token', id: params.id } })
      }),
  })
  return [list, create, revoke]
}

/** A token makes none that may do more or lasts longer than itself: scopes and expiry would bind nobody else. */
async function withinOwnToken(ctx: RequestContext, tx: Tx, scopes: string[], expires: Date): Promise<void> {
  const { tokenId, scopes: own = [] } = ctx.principal
  if (!tokenId) return
  if (!own.includes('*') && scopes.some((s) => !own.includes(s)))
    throw forbidden('A token can’t make one that may do more than itself.')
  const { expires_at } = await tx.db
    .selectFrom('service_tokens')
    .select('expires_at')
    .where('id', '=', tokenId)
    .executeTakeFirstOrThrow()
  if (expires > expires_at)
    throw invalid([{ field: 'expiresAt', message: 'must not lie after the end of the token that asks' }])
}

interface Row {
  id: string
  name: string
  user_id: string
  display_name: string
  scopes: string[]
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

const present = (t: Row) => ({
  id: t.id,
  name: t.name,
  user: { id: t.user_id, name: t.display_name },
  scopes: t.scopes,
  createdAt: t.created_at.toISOString(),
  expiresAt: t.expires_at.toISOString(),
  lastUsedAt: t.last_used_at?.toISOString() ?? null,
  revokedAt: t.revoked_at?.toISOString() ?? null,
})
