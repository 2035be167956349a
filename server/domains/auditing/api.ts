import { z } from 'zod'
import { FIELD_CLASSES } from '../../platform/policy/field-classes.ts'

/** What the API takes and gives for the log. */
export const Id = z.uuid().toLowerCase()
export const EventId = z.object({ id: Id })
const Name = z.string().regex(/^[a-z0-9.-]{1,80}$/, 'must be a name such as client.read')

export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: Id.optional(),
})
/** Of one thing; `changes`: what changed it, without who looked at it. */
export const HistoryQuery = Page.extend({ changes: z.enum(['true', 'false']).default('false') }).strict()
export const EventQuery = Page.extend({
  actorId: Id.optional(),
  action: Name.optional(),
  objectType: Name.optional(),
  objectId: Id.optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  sessionId: Id.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
}).strict()

const ObjectAnswer = z.object({ type: z.string(), id: z.string().nullable(), label: z.string().optional() })
const ChangeAnswer = z.object({
  field: z.string(),
  class: z.enum(FIELD_CLASSES).nullable(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
})

export const EventAnswer = z.object({
  id: z.string(),
  time: z.string().nullable().meta({ description: 'ISO 8601; null when the event is unreadable' }),
  leafIndex: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Its place in the log; null for the second until it has one' }),
  tampered: z
    .boolean()
    .meta({ description: 'The event is not as the log has it. Export and verify the log.' }),
  actor: z.object({
    id: z.string().nullable(),
    name: z.string(),
    kind: z.string(),
    tokenId: z.string().optional(),
    osUser: z.string().optional(),
  }),
  action: z.string(),
  changed: z.boolean(),
  object: ObjectAnswer.nullable(),
  objectCount: z.number().int(),
  classes: z.array(z.string()),
  outcome: z.string(),
  reason: z.string().nullable(),
  purpose: z.string().nullable(),
  textHidden: z.boolean().meta({ description: 'There is a typed text that this reader may not see' }),
  ip: z.string().nullable(),
  sessionId: z.string().nullable(),
  screen: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  changes: z.array(ChangeAnswer).optional(),
})
export type EventAnswer = z.infer<typeof EventAnswer>
export const EventPage = z.object({ items: z.array(EventAnswer), nextCursor: z.string().nullable() })

export const SessionQuery = Page.extend({
  userId: Id.optional(),
  /** Sessions in which something was done from here on, and that began before there. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
}).strict()
export const SessionPage = z.object({
  items: z.array(
    z.object({
      sessionId: z.string(),
      userId: z.string(),
      userName: z.string(),
      startedAt: z.string(),
      lastEventAt: z.string().nullable(),
      endedAt: z.string().nullable(),
      ip: z.string().nullable(),
      userAgent: z.string().nullable(),
      events: z.number().int(),
      changed: z.number().int(),
      refused: z.number().int(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

export const ScreenQuery = z
  .object({
    format: z.enum(['json', 'csv']).default('json'),
    limit: z.coerce.number().int().min(1).max(500).default(200),
    cursor: Id.optional(),
  })
  .strict()
export const ScreenPage = z.object({
  session: z.object({ id: z.string(), userId: z.string().nullable(), userName: z.string() }),
  items: z.array(
    z.object({
      startedAt: z.string(),
      endedAt: z.string(),
      screen: z.string(),
      object: ObjectAnswer.nullable(),
      actions: z.array(z.string()),
      events: z.number().int(),
      objectCount: z.number().int(),
      after: Id.nullable().meta({ description: 'The event before it: asks which records its lists showed' }),
      changed: z.boolean(),
      refused: z.boolean(),
      tampered: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export const ListedQuery = z.object({ after: Id.optional() }).strict()
export const ListedAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      type: z.string().nullable().meta({ description: 'None where the reader may not see what it is' }),
      label: z.string().nullable(),
    }),
  ),
  more: z.boolean().meta({ description: 'There were more than a thousand' }),
})

export const CheckpointAnswer = z.object({
  origin: z.string(),
  verifierKey: z.string(),
  checkpoint: z.string().nullable(),
  size: z.number().int(),
  at: z.string().nullable(),
  waiting: z.number().int().meta({ description: 'Events that wait for their place in the log' }),
  trouble: z
    .enum(['rolled-back', 'rewritten', 'state-damaged'])
    .nullable()
    .meta({ description: 'Why nothing is signed just now' }),
})

export const ProofAnswer = z.object({
  leafIndex: z.number().int(),
  leaf: z.string(),
  leafHash: z.string(),
  proof: z.array(z.string()),
  size: z.number().int(),
  checkpoint: z.string(),
  holds: z
    .boolean()
    .meta({ description: 'Whether the proof holds; compute it yourself from leaf, proof and checkpoint' }),
})
