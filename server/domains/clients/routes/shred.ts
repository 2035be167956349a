import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { notFound, Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { ClientId, Id, Reason } from '../api.ts'
import { shredClient } from '../shred.ts'

/** What another domain holds about a client and destroys with it, in the same transaction; answers how many things. */
export type DestroyedWith = (services: Services, tx: Tx, clientId: string) => Promise<number>

export function shredRoutes(services: Services, others: readonly DestroyedWith[]): Route[] {
  return [
    route({
      method: 'DELETE',
      path: '/clients/:id',
      tag: 'clients',
      needs: 'clients:shred',
      summary: 'Destroy a client’s data for good by destroying its key; the receipt stays in the log',
      params: ClientId,
      body: z.strictObject({ reason: Reason.min(10) }),
      answer: {
        status: 200,
        schema: z.object({
          receipt: z.object({
            eventId: Id,
            clientId: Id,
            destroyedAt: z.string(),
            reason: z.string(),
            keyHash: z.string(),
            ciphertextHash: z.string(),
            rows: z.number(),
          }),
        }),
      },
      async handler(ctx, { params, body }) {
        return ctx.withContext(async (tx) => {
          const receipt = await shredClient(tx, params.id)
          if (!receipt) throw notFound('The client')
          if (receipt === 'read-only')
            throw new Problem(403, 'forbidden', 'You may not do this', {
              detail: 'The walls open this client for reading only.',
            })
          let also = 0
          for (const destroy of others) also += await destroy(services, tx, params.id)
          await ctx.record(tx, {
            id: receipt.eventId,
            action: 'client.shred',
            object: { type: 'client', id: params.id },
            reason: body.reason,
            facts: {
              keyHash: receipt.keyHash,
              ciphertextHash: receipt.ciphertextHash,
              rows: receipt.rows,
              also,
            },
          })
          return { receipt: { ...receipt, clientId: params.id, reason: body.reason } }
        })
      },
    }),
  ]
}
