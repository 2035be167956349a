import { z } from 'zod'
import { CATEGORIES } from './rules/flow.ts'

/** What the API takes and gives for tickets. */
export const Id = z.uuid()
export const TicketId = z.object({ id: Id })
export const MessageId = z.object({ id: Id, messageId: Id })
export const Reason = z.string().trim().min(3).max(500)
export const Subject = z.string().trim().min(1).max(300)
export const Body = z.string().trim().min(1).max(100_000)
export const Tags = z.array(z.string().trim().min(1).max(60)).max(50)
export const StatusKey = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be the key of a status')
export const Level = z.number().int().min(1).max(3)
export const Version = z.number().int()

export const Requester = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  email: z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address')
    .optional(),
})

export const CreateTicket = z.strictObject({
  subject: Subject,
  body: Body.optional(),
  kind: z.enum(['public', 'internal']).default('public'),
  clientId: Id.nullish(),
  contactId: Id.nullish(),
  facilityId: Id.nullish(),
  queueId: Id.optional(),
  typeId: Id.optional(),
  impact: Level.optional(),
  urgency: Level.optional(),
  assigneeId: Id.nullish(),
  teamId: Id.nullish(),
  parentId: Id.nullish(),
  tags: Tags.optional(),
  requester: Requester.optional(),
})

export const AddMessage = z.strictObject({
  kind: z.enum(['public', 'internal']),
  body: Body,
  status: StatusKey.optional(),
  mentions: z.array(Id).max(50).optional(),
  override: z.strictObject({ reason: Reason }).optional(),
})

const Named = z.object({ id: Id, name: z.string() })
export const MessageAnswer = z.object({
  id: Id,
  kind: z.enum(['public', 'internal', 'system']),
  authorId: Id.nullable(),
  authorName: z.string().nullable(),
  fromRequester: z.boolean(),
  from: z.object({ name: z.string().optional(), email: z.string().optional() }).nullable(),
  /** Null once the text was purged. What is suspected in it is masked. */
  body: z.string().nullable(),
  masked: z.boolean(),
  phiState: z.enum(['none', 'suspected', 'cleared', 'purged']),
  findings: z.array(z.object({ kind: z.string(), reason: z.string() })),
  mentions: z.array(Id),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  purgedAt: z.string().nullable(),
  version: Version,
})
export const TicketFields = {
  id: Id,
  number: z.number().int(),
  subject: z.string(),
  tags: z.array(z.string()),
  requester: z.object({ name: z.string().optional(), email: z.string().optional() }).nullable(),
  groupId: Id,
  clientId: Id.nullable(),
  contactId: Id.nullable(),
  facilityId: Id.nullable(),
  queueId: Id,
  typeId: Id,
  status: z.string(),
  statusCategory: z.enum(CATEGORIES),
  impact: z.number().int(),
  urgency: z.number().int(),
  priority: z.number().int(),
  assigneeId: Id.nullable(),
  teamId: Id.nullable(),
  parentId: Id.nullable(),
  mergedInto: Id.nullable(),
  channel: z.enum(['web', 'email', 'api', 'portal']),
  phiState: z.enum(['none', 'suspected', 'settled']),
  messageCount: z.number().int(),
  version: Version,
  createdAt: z.string(),
  updatedAt: z.string(),
  firstResponseAt: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  reopenedCount: z.number().int(),
}
export const TicketAnswer = z.object({
  ...TicketFields,
  groupName: z.string(),
  queueName: z.string(),
  typeName: z.string(),
  flowId: Id,
  facilityName: z.string().nullable(),
  assigneeName: z.string().nullable(),
  teamName: z.string().nullable(),
  /** Named where the reader's roles show names of clients. */
  client: Named.nullable(),
  watching: z.boolean(),
  access: z.object({ write: z.boolean() }),
  thread: z.object({ items: z.array(MessageAnswer), earlier: Id.nullable() }),
})
