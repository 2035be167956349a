import type { Tx } from '../../../platform/db/database.ts'
import { alsoInPortal } from '../../../platform/http/also-in-portal.ts'
import type { RequestContext, Route } from '../../../platform/http/route.ts'
import { route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { whenConfirmed } from '../../identity/index.ts'
import { ById, DeclineBody, RequestAnswer, SignBody } from '../api.ts'
import { presentRequest } from '../present.ts'
import { readRequest } from '../records.ts'
import { decline, sign } from '../sign.ts'

/** Signing and declining, in one's own name; for staff and portal alike. */
export function signRoutes(services: Services): Route[] {
  const shown = async (ctx: RequestContext, tx: Tx, id: string) => {
    const row = await readRequest(tx, ctx.principal, id)
    ctx.reply.header('etag', `"${row.version}"`)
    return presentRequest(services.keys, tx, ctx.principal, row)
  }
  const signing = route({
    method: 'POST',
    path: '/signatures/:id/sign',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'Sign, having read: by a drawn or typed mark, and by password and code or a passkey',
    params: ById,
    body: SignBody,
    limit: { hits: 20, window: 300, per: 'principal' },
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params, body }) =>
      whenConfirmed(services, ctx, body.proof, async (tx) => {
        await sign(services, ctx, tx, params.id, body)
        return shown(ctx, tx, params.id)
      }),
  })
  const declining = route({
    method: 'POST',
    path: '/signatures/:id/decline',
    tag: 'signatures',
    needs: 'documents:read',
    summary: 'Say that one does not sign, and why; the request is over then',
    params: ById,
    body: DeclineBody,
    answer: { status: 200, schema: RequestAnswer },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => {
        await decline(services, ctx, tx, params.id, body.reason)
        return shown(ctx, tx, params.id)
      }),
  })
  return alsoInPortal([signing, declining])
}
