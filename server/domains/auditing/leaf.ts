import { z } from 'zod'
import type { FieldClass } from '../../platform/policy/field-classes.ts'

const Optional = z.string().optional()

/** An event as its leaf says it. Loose: what later versions add is kept out of the way, not refused. */
const Leaf = z.object({
  time: z.iso.datetime(),
  event: z.object({
    id: z.string(),
    org: z.string(),
    action: z.string(),
    outcome: z.enum(['done', 'refused', 'failed']),
    actor: z.object({
      kind: z.string(),
      userId: z.string().nullable(),
      sessionId: Optional,
      tokenId: Optional,
      osUser: Optional,
    }),
    request: z
      .object({ id: Optional, ip: Optional, method: Optional, route: Optional, screen: Optional })
      .optional(),
    object: z.object({ type: z.string(), id: z.string().nullable() }).optional(),
    objects: z.array(z.string()).optional(),
    classes: z.array(z.string()).optional(),
    changes: z.array(z.string()).optional(),
    reason: Optional,
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    sealed: z.record(z.string(), z.string()).optional(),
  }),
})
export type LoggedEvent = z.infer<typeof Leaf>['event'] & {
  time: string
  sealed?: Partial<Record<FieldClass | 'ticket' | 'text', string>>
}

/** What a leaf says; undefined when somebody made it into something that is no event. */
export function parseLeaf(text: string): LoggedEvent | undefined {
  try {
    const { time, event } = Leaf.parse(JSON.parse(text))
    return { ...event, time }
  } catch {
    return undefined
  }
}

/** The columns that an event is found by. */
export interface EventColumns {
  id: string
  at: Date
  actor_id: string | null
  session_id: string | null
  action: string
  outcome: string
  object_type: string | null
  object_id: string | null
  object_ids: string[] | null
}

/** Whether the columns say what the leaf says. They are not signed: only the leaf is. */
export function columnsAgree(row: EventColumns, orgId: string, e: LoggedEvent): boolean {
  const same = (column: string | null, said: string | null | undefined) => column === (said ?? null)
  return (
    same(row.id, e.id) &&
    e.org === orgId &&
    row.at.getTime() === Date.parse(e.time) &&
    same(row.actor_id, e.actor.userId) &&
    same(row.session_id, e.actor.sessionId) &&
    same(row.action, e.action) &&
    same(row.outcome, e.outcome) &&
    same(row.object_type, e.object?.type) &&
    same(row.object_id, e.object?.id) &&
    (row.object_ids ?? []).join() === (e.objects ?? []).join()
  )
}
