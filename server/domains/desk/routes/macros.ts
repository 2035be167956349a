import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fillText } from '../actions.ts'
import { Id } from '../api.ts'
import { seenHead } from '../head.ts'
import { applyMacro } from '../macros.ts'
import { lockForChange } from '../message.ts'
import { readSaved } from '../views.ts'

const MacroOn = z.object({ id: Id, macroId: Id })

/** Macros and canned replies at work on a ticket. */
export function macroRoutes(services: Services): Route[] {
  const apply = route({
    method: 'POST',
    path: '/tickets/:id/macros/:macroId/apply',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'Do to a ticket what a macro says, all or nothing',
    idempotent: {
      needs: 'tickets:read',
      async read(ctx, id, { params }) {
        const { status, version } = await seenHead(ctx, params.id)
        return { messageId: id === params.id ? null : id, status, version }
      },
    },
    params: MacroOn,
    body: z.strictObject({}),
    answer: {
      status: 200,
      schema: z.object({ messageId: Id.nullable(), status: z.string(), version: z.number().int() }),
    },
    handler: (ctx, { params }) =>
      ctx.withContext(async (tx) => {
        const { organization } = ctx.principal
        const { ticket, messageId } = await applyMacro(
          tx,
          services,
          byRequest(ctx),
          organization,
          params.id,
          params.macroId,
        )
        ctx.reply.header('etag', `"${ticket.version}"`)
        return { messageId, status: ticket.status, version: ticket.version }
      }),
  })
  const fill = route({
    method: 'POST',
    path: '/tickets/:id/macros/:macroId/fill',
    tag: 'tickets',
    needs: 'tickets:write',
    summary: 'A canned reply’s text for this ticket, to look over before it is sent',
    params: MacroOn,
    body: z.strictObject({}),
    answer: { status: 200, schema: z.object({ body: z.string() }) },
    async handler(ctx, { params }) {
      const { orgId, organization } = ctx.principal
      const body = await ctx.withContext(async (tx) => {
        const macro = await readSaved(services.keys, tx, 'macro', params.macroId)
        const ticket = await lockForChange(tx, params.id)
        return fillText(services, orgId, organization, byRequest(ctx), ticket, macro.body ?? '')
      })
      await ctx.recordRead({ action: 'ticket.macro-fill', object: { type: 'ticket', id: params.id } })
      return { body }
    },
  })
  return [apply, fill]
}
