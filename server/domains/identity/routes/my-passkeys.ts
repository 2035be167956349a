import { z } from 'zod'
import { notFound } from '../../../platform/http/problem.ts'
import { NoBody, type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { Name } from '../fields.ts'
import { askForPasskey } from '../passkeys/assert.ts'
import { listPasskeys, passkeysOf, sealName } from '../passkeys/records.ts'
import { beginRegistration, finishRegistration } from '../passkeys/register.ts'
import { BrowserOptions, Registration } from '../passkeys/schema.ts'
import { Proof, whenProven } from '../prove.ts'

const limit = { hits: 20, window: 300, per: 'principal' as const }
const Id = z.object({ id: z.uuid() })
const Passkey = z.object({
  id: z.string(),
  name: z.string(),
  /** Kept by the maker of its device on others too, rather than on one alone. */
  synced: z.boolean(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
})

/** One's own passkeys. Each opens the account alone, so that adding and removing one asks who is there. */
export function myPasskeyRoutes(services: Services): Route[] {
  const { keys } = services
  const list = route({
    method: 'GET',
    path: '/me/passkeys',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'One’s own passkeys',
    answer: { status: 200, schema: z.object({ items: z.array(Passkey) }) },
    unaudited: 'about oneself',
    handler: (ctx) =>
      ctx.withContext(async (tx) => ({ items: await listPasskeys(keys, tx, ctx.principal.userId) })),
  })
  const begin = route({
    method: 'POST',
    path: '/me/passkeys/options',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'What the browser needs to make a passkey',
    body: Proof,
    limit,
    answer: { status: 200, schema: BrowserOptions },
    async handler(ctx, { body }) {
      await whenProven(keys, ctx, body, (tx) =>
        ctx.record(tx, {
          action: 'user.passkey-begin',
          object: { type: 'user', id: ctx.principal.userId },
        }),
      )
      return { options: (await beginRegistration(services, ctx)) as never }
    },
  })
  const add = route({
    method: 'POST',
    path: '/me/passkeys',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'Keep the passkey that the browser made',
    body: z.strictObject({ name: Name, response: Registration }),
    limit,
    answer: { status: 201, schema: Passkey },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        const id = await finishRegistration(services, ctx, tx, body.response, body.name)
        await ctx.record(tx, {
          action: 'user.passkey-add',
          object: { type: 'user', id: userId },
          facts: { passkey: id },
        })
        return (await listPasskeys(keys, tx, userId)).find((k) => k.id === id)!
      }),
  })
  const rename = route({
    method: 'PATCH',
    path: '/me/passkeys/:id',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'Call a passkey something else',
    params: Id,
    body: z.strictObject({ name: Name }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        const done = await tx.db
          .updateTable('passkeys')
          .set({ sealed_name: await sealName(keys, tx, userId, params.id, body.name) })
          .where('id', '=', params.id)
          .where('user_id', '=', userId)
          .executeTakeFirst()
        if (!done.numUpdatedRows) throw notFound('The passkey')
        await ctx.record(tx, {
          action: 'user.passkey-rename',
          object: { type: 'user', id: userId },
          facts: { passkey: params.id },
        })
      }),
  })
  const remove = route({
    method: 'POST',
    path: '/me/passkeys/:id/remove',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'Give up a passkey',
    params: Id,
    body: Proof,
    limit,
    answer: { status: 204, schema: null },
    handler: (ctx, { params, body }) =>
      whenProven(keys, ctx, body, async (tx) => {
        const { userId } = ctx.principal
        const gone = await tx.db
          .deleteFrom('passkeys')
          .where('id', '=', params.id)
          .where('user_id', '=', userId)
          .executeTakeFirst()
        if (!gone.numDeletedRows) throw notFound('The passkey')
        await ctx.record(tx, {
          action: 'user.passkey-remove',
          object: { type: 'user', id: userId },
          facts: { passkey: params.id },
        })
      }),
  })
  const confirm = route({
    method: 'POST',
    path: '/me/confirm/passkey/options',
    tag: 'mfa',
    needs: 'session',
    alsoPortal: true,
    summary: 'What the browser needs to show one of one’s own passkeys, to confirm what one does',
    body: NoBody,
    limit,
    answer: { status: 200, schema: BrowserOptions },
    unaudited: 'about oneself; a random challenge',
    async handler(ctx) {
      const { userId } = ctx.principal
      const passkeys = await ctx.withContext((tx) => passkeysOf(tx, userId))
      return { options: (await askForPasskey(services, 'confirm', { userId, passkeys })) as never }
    },
  })
  return [list, begin, add, rename, remove, confirm]
}
