import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Services } from '../services.ts'
import type { HandlerContext } from './context.ts'
import { forbidden, Problem } from './problem.ts'
import type { Again } from './route.ts'

const hash = (text: string) => createHash('sha256').update(text).digest()
const KEY = /^[\x21-\x7e]{8,200}$/
/** A claim that led to nothing in this time, in ms, is free: its process has died. */
const STALE = 60_000
const Uuid = z.uuid()

interface Input {
  params: unknown
  query: unknown
  body: unknown
}

/**
 * A create with an `Idempotency-Key`: the first request claims the key, does the work and leaves the id of what it
 * made. A repeat reads that anew under what its caller may see by then. A repeat while the first is under way, or
 * with other content, is a conflict. A claim whose work failed is free again.
 */
export async function answerOnce(
  { keys }: Services,
  ctx: HandlerContext,
  // biome-ignore lint/suspicious/noExplicitAny: of a route of any shape
  again: Again<any, any>,
  key: string,
  { params, query, body }: Input,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!KEY.test(key))
    throw new Problem(400, 'bad-idempotency-key', 'Idempotency-Key must be 8 to 200 visible characters')
  const { orgId, userId } = ctx.principal
  const row = { org_id: orgId, user_id: userId, key_hash: hash(key) }
  // Keyed: a body may be short enough to be guessed by its hash.
  const request_hash = createHmac('sha256', await keys.indexKey(orgId, 'idempotent-request'))
    .update(JSON.stringify([ctx.request.route, { params, query, body }]))
    .digest()
  const made = await ctx.withContext(async (tx) => {
    const claimed = await tx.db
      .insertInto('idempotency_keys')
      .values({ ...row, request_hash })
      .onConflict((c) => c.columns(['org_id', 'user_id', 'key_hash']).doNothing())
      .returning('key_hash')
      .executeTakeFirst()
    if (claimed) return undefined
    const found = await tx.db
      .selectFrom('idempotency_keys')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('user_id', '=', userId)
      .where('key_hash', '=', row.key_hash)
      .executeTakeFirst()
    if (!found) return undefined
    if (!found.request_hash.equals(request_hash))
      throw new Problem(422, 'idempotency-key-reused', 'This Idempotency-Key was used for another request')
    if (found.object_id) return found.object_id
    const taken = await tx.db
      .updateTable('idempotency_keys')
      .set({ created_at: new Date() })
      .where('user_id', '=', userId)
      .where('key_hash', '=', row.key_hash)
      .where('object_id', 'is', null)
      .where('created_at', '<', new Date(Date.now() - STALE))
      .executeTakeFirst()
    if (!taken.numUpdatedRows)
      throw new Problem(409, 'still-working', 'The first request with this key is still under way')
    return undefined
  })
  if (made) {
    if (again.needs !== 'portal' && !ctx.principal.permissions.has(again.needs))
      throw forbidden(`This was done before; to read it again needs the permission ${again.needs}.`)
    ctx.reply.header('idempotent-replayed', 'true')
    return again.read(ctx, made, { params, body })
  }
  const mark = (values: { object_id: string; done_at: Date } | { created_at: Date }) =>
    ctx.withContext((tx) =>
      tx.db
        .updateTable('idempotency_keys')
        .set(values)
        .where('user_id', '=', userId)
        .where('key_hash', '=', row.key_hash)
        .execute(),
    )
  let answer: unknown
  try {
    answer = await work()
  } catch (error) {
    await mark({ created_at: new Date(0) }).catch(() => {})
    throw error
  }
  await mark({ object_id: idOf(answer, params), done_at: new Date() })
  return answer
}

/** What the work made, or changed where it made nothing. */
function idOf(answer: unknown, params: unknown): string {
  const a = answer as { id?: string; messageId?: string | null }
  return Uuid.parse(a.id ?? a.messageId ?? (params as { id?: string } | undefined)?.id)
}
