import { createHash } from 'node:crypto'
import { openJson, sealJson } from '../keys/sealed.ts'
import { openSubject, subjectDek } from '../keys/subjects.ts'
import type { Services } from '../services.ts'
import type { HandlerContext } from './context.ts'
import { Problem } from './problem.ts'

const hash = (text: string) => createHash('sha256').update(text).digest()
const KEY = /^[\x21-\x7e]{8,200}$/

/**
 * A create with an `Idempotency-Key`: the first request claims the key, does the work and leaves its answer,
 * sealed; a repeat gets that answer. A repeat while the first is under way, or with other content, is a
 * conflict. A claim whose work failed is free again.
 */
export async function answerOnce(
  services: Services,
  ctx: HandlerContext,
  key: string,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!KEY.test(key))
    throw new Problem(400, 'bad-idempotency-key', 'Idempotency-Key must be 8 to 200 visible characters')
  const { orgId, userId } = ctx.principal
  const row = { org_id: orgId, user_id: userId, key_hash: hash(key) }
  const request_hash = hash(JSON.stringify([ctx.request.route, input]))
  const place = {
    orgId,
    table: 'idempotency_keys',
    column: 'sealed_answer',
    row: `${userId} ${row.key_hash.toString('hex')}`,
  }
  const earlier = await ctx.withContext(async (tx) => {
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
    if (found.sealed_answer)
      return { answer: openJson(await openSubject(services.keys, tx, orgId), place, found.sealed_answer) }
    if (Date.now() - found.created_at.getTime() < 60_000)
      throw new Problem(409, 'still-working', 'The first request with this key is still under way')
    return undefined
  })
  if (earlier) {
    ctx.recorded = true
    ctx.reply.header('idempotent-replayed', 'true')
    return earlier.answer
  }
  try {
    const answer = await work()
    await ctx.withContext(async (tx) => {
      const sealed_answer = sealJson(
        await subjectDek(services.keys, tx, 'organization', orgId),
        place,
        answer,
      )
      await tx.db
        .updateTable('idempotency_keys')
        .set({ sealed_answer })
        .where('user_id', '=', userId)
        .where('key_hash', '=', row.key_hash)
        .execute()
    })
    return answer
  } catch (error) {
    await ctx
      .withContext((tx) =>
        tx.db
          .updateTable('idempotency_keys')
          .set({ created_at: new Date(0) })
          .where('user_id', '=', userId)
          .where('key_hash', '=', row.key_hash)
          .execute(),
      )
      .catch(() => {})
    throw error
  }
}
