import { createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { conflict, invalid, notFound } from '../../platform/http/problem.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { subscribe, subscriptionsOf, unsubscribe } from './subscriptions.ts'

const Base64url = z.string().regex(/^[\w-]+={0,2}$/)
const Endpoint = z
  .string()
  .max(2000)
  .refine(
    (v) => URL.canParse(v) && new URL(v).protocol === 'https:' && !new URL(v).username,
    'must be an https address',
  )
const Device = z.object({
  id: z.uuid(),
  /** SHA-256 of its address, in hex: by it a browser knows itself. */
  endpointHash: z.string(),
  /** It was made or renewed in this session. */
  current: z.boolean(),
  createdAt: z.string(),
})

/** One's own devices that are told when there is something new. */
export function pushRoutes({ keys }: Services): Route[] {
  const key = route({
    method: 'GET',
    path: '/push/key',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'The public key by which push services know this server',
    answer: { status: 200, schema: z.object({ publicKey: z.string() }) },
    unaudited: 'a public key',
    handler: async (ctx) => ({ publicKey: (await keys.pushKey(ctx.principal.orgId)).publicKey }),
  })
  const list = route({
    method: 'GET',
    path: '/me/push',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    passive: true,
    summary: 'One’s own devices that are told when there is something new',
    answer: { status: 200, schema: z.object({ items: z.array(Device) }) },
    unaudited: 'about oneself',
    async handler(ctx) {
      const { userId, sessionId } = ctx.principal
      const rows = await ctx.withContext((tx) => subscriptionsOf(tx, userId))
      return {
        items: rows.map((r) => ({
          id: r.id,
          endpointHash: r.endpoint_hash.toString('hex'),
          current: r.session_id === sessionId,
          createdAt: r.created_at.toISOString(),
        })),
      }
    },
  })
  const add = route({
    method: 'POST',
    path: '/me/push',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Have this device told when there is something new, until one signs out',
    body: z.strictObject({
      endpoint: Endpoint,
      keys: z.strictObject({ p256dh: Base64url.max(100), auth: Base64url.max(50) }),
    }),
    answer: { status: 201, schema: z.object({ id: z.uuid() }) },
    handler: (ctx, { body }) =>
      ctx.withContext(async (tx) => {
        const { userId, sessionId } = ctx.principal
        if (!sessionId) throw conflict('no-session', 'Only a browser is told')
        checkKeys(body.keys)
        const { endpoint, keys: own } = body
        const id = await subscribe(keys, tx, { userId, sessionId }, { endpoint, ...own })
        await ctx.record(tx, { action: 'user.push-add', object: { type: 'user', id: userId } })
        return { id }
      }),
  })
  const remove = route({
    method: 'DELETE',
    path: '/me/push/:id',
    tag: 'me',
    needs: 'session',
    alsoPortal: true,
    summary: 'Have a device told nothing more',
    params: z.object({ id: z.uuid() }),
    answer: { status: 204, schema: null },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const { userId } = ctx.principal
        if (!(await unsubscribe(tx, userId, params.id))) throw notFound('The device')
        await ctx.record(tx, { action: 'user.push-remove', object: { type: 'user', id: userId } })
      }),
  })
  return [key, list, add, remove]
}

/** A point on the curve, and a secret of the right length: what else comes could never be written to. */
function checkKeys({ p256dh, auth }: { p256dh: string; auth: string }): void {
  const point = Buffer.from(p256dh, 'base64url')
  if (!isPoint(point)) throw invalid([{ field: 'keys.p256dh', message: 'must be a point on P-256' }])
  if (Buffer.from(auth, 'base64url').length !== 16)
    throw invalid([{ field: 'keys.auth', message: 'must be 16 bytes' }])
}

function isPoint(point: Buffer): boolean {
  if (point.length !== 65 || point[0] !== 4) return false
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}
