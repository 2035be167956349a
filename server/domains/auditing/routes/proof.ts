import { logKey } from '../../../platform/audit/log-key.ts'
import { newestHead, proveEvent } from '../../../platform/audit/proof.ts'
import { type Head, LogBroken, openHead } from '../../../platform/audit/sequence.ts'
import { notFound, Problem } from '../../../platform/http/problem.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { CheckpointAnswer, EventId, ProofAnswer } from '../api.ts'

const WAITING = {
  name: 'audit-waiting',
  text: 'select count(*)::int as n from audit_pending where org_id = $1',
}

/** What proves the log: its signed tree head, and that an event is under it. */
export function proofRoutes({ keys, logState }: Services): Route[] {
  const checkpoint = route({
    method: 'GET',
    path: '/audit/checkpoint',
    tag: 'audit',
    needs: 'audit:read',
    summary: 'The newest signed checkpoint, and the key that verifies it',
    unaudited: 'A signed tree head discloses nothing; witnesses fetch it often',
    answer: { status: 200, schema: CheckpointAnswer },
    async handler(ctx) {
      const { orgId } = ctx.principal
      const key = await logKey(keys, orgId)
      const kept = await logState.read(orgId)
      const { head, trouble, waiting } = await ctx.withContext(async (tx) => {
        const [row] = await tx.run<{ n: number }>(WAITING, [orgId])
        return { ...(await tellingTrouble(() => newestHead(tx, key))), waiting: row!.n }
      })
      const state = await tellingTrouble(async () => (kept ? openHead(key, kept, 'state') : undefined))
      const behind = state.head && state.head.size > (head?.size ?? 0) ? ('rolled-back' as const) : null
      return {
        origin: key.origin,
        verifierKey: key.verifierKey,
        checkpoint: head?.note ?? null,
        size: head?.size ?? 0,
        at: head?.time.toISOString() ?? null,
        waiting,
        trouble: trouble ?? state.trouble ?? behind,
      }
    },
  })

  const proof = route({
    method: 'GET',
    path: '/audit/events/:id/proof',
    tag: 'audit',
    needs: 'audit:read',
    summary: 'The proof that an event is in the log (RFC 6962)',
    params: EventId,
    answer: { status: 200, schema: ProofAnswer },
    async handler(ctx, { params }) {
      const key = await logKey(keys, ctx.principal.orgId)
      const proven = await ctx.withContext((tx) => proveEvent(tx, key, params.id))
      if (!proven) throw notFound('The event')
      if (proven === 'pending')
        throw new Problem(409, 'not-signed-yet', 'The event has no place in the log yet', {
          detail: 'Ask again in two seconds.',
          headers: { 'retry-after': '2' },
        })
      await ctx.recordRead({ action: 'audit.proof', object: { type: 'event', id: params.id } })
      const { leaf, leafIndex, leafHash, head, holds } = proven
      return {
        leafIndex,
        leaf,
        holds,
        size: head.size,
        checkpoint: head.note,
        leafHash: leafHash.toString('base64'),
        proof: proven.proof.map((h) => h.toString('base64')),
      }
    },
  })
  return [checkpoint, proof]
}

/** What is wrong with a head is an answer here, no failure. */
async function tellingTrouble(
  read: () => Promise<Head | undefined>,
): Promise<{ head: Head | undefined; trouble: LogBroken['code'] | null }> {
  try {
    return { head: await read(), trouble: null }
  } catch (error) {
    if (error instanceof LogBroken) return { head: undefined, trouble: error.code }
    throw error
  }
}
