import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'

export const SessionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      createdAt: z.string(),
      lastSeenAt: z.string(),
      ip: z.string().nullable(),
      userAgent: z.string().nullable(),
    }),
  ),
})

/** The sessions of a user that still live, newest first. */
export async function listSessions(tx: Tx, userId: string, current?: string) {
  const rows = await tx.db
    .selectFrom('sessions')
    .select(['id', 'created_at', 'last_seen_at', 'ip', 'user_agent', 'idle_seconds'])
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .where('stage', '=', 'full')
    .where('absolute_expires_at', '>', new Date())
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return {
    items: rows
      .filter((r) => r.last_seen_at.getTime() + r.idle_seconds * 1000 > Date.now())
      .map((r) => ({
        id: r.id,
        current: r.id === current,
        createdAt: r.created_at.toISOString(),
        lastSeenAt: r.last_seen_at.toISOString(),
        ip: r.ip,
        userAgent: r.user_agent,
      })),
  }
}
