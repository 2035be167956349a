import { z } from 'zod'
import { byRequest } from '../../../platform/http/by.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { ById, Id } from '../api.ts'
import { destroyDocument } from '../destroy.ts'

export function destroyRoutes(): Route[] {
  const destroy = route({
    method: 'POST',
    path: '/documents/:id/destroy',
    tag: 'documents',
    needs: 'documents:destroy',
    summary:
      'Destroy a document for good, with every version of it and all their keys; the receipt stays in the log',
    params: ById,
    body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
    answer: {
      status: 200,
      schema: z.object({
        receipt: z.object({
          eventId: Id,
          documentId: Id,
          destroyedAt: z.string(),
          keyHash: z.string(),
          backupsUntil: z.string(),
          files: z.array(
            z.object({
              eventId: Id,
              fileId: Id,
              bytes: z.number(),
              ciphertextHash: z.string(),
              keyHash: z.string(),
            }),
          ),
        }),
      }),
    },
    handler: (ctx, { params, body }) =>
      ctx.withContext(async (tx) => ({
        receipt: await destroyDocument(tx, byRequest(ctx), ctx.principal, params.id, body.reason),
      })),
  })
  return [destroy]
}
