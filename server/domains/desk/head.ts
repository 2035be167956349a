import type { Tx } from '../../platform/db/database.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/route.ts'

/** What answers to changes of a ticket say of it: none of its texts. */
async function readHead(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('tickets')
    .select(['id', 'number', 'status', 'status_category', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('The ticket')
  return row
}

/** The same behind the caller's walls, as a read of the ticket that is recorded. */
export async function seenHead(ctx: RequestContext, id: string) {
  const row = await ctx.withContext((tx) => readHead(tx, id))
  await ctx.recordRead({ action: 'ticket.read', object: { type: 'ticket', id }, facts: { messages: 0 } })
  ctx.reply.header('etag', `"${row.version}"`)
  return row
}
