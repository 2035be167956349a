import { z } from 'zod'
import { CATEGORIES } from './rules/flow.ts'
import { SlaAnswer } from './sla/of-ticket.ts'

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

const Email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address')

export const Requester = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  email: Email.optional(),
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
  /** Which template it begins with, for the log alone: what it says is in the other fields. */
  templateId: Id.optional(),
  /** Copied into it, besides those that its type brings. */
  checklistIds: z.array(Id).max(10).optional(),
})

export const AddMessage = z.strictObject({
  kind: z.enum(['public', 'internal']),
  body: Body,
  status: StatusKey.optional(),
  mentions: z.array(Id).max(50).optional(),
  /** Files of the ticket that go with this message. */
  fileIds: z.array(Id).max(20).optional(),
  children: z.enum(['leave', 'close']).optional(),
  override: z.strictObject({ reason: Reason }).optional(),
  /** Who else gets a reply as e-mail; `bcc` without the others' knowing. */
  cc: z.array(Email).max(30).optional(),
  bcc: z.array(Email).max(30).optional(),
})
export type AddMessage = z.infer<typeof AddMessage>

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
export const StepAnswer = z.object({
  id: Id,
  checklistId: Id.nullable(),
  checklistName: z.string().nullable(),
  builtIn: z.enum(['phi-purged']).nullable(),
  title: z.string(),
  required: z.boolean(),
  role: Named.nullable(),
  people: z.number().int(),
  state: z.enum(['open', 'half', 'done', 'skipped']),
  doneBy: Named.nullable(),
  doneAt: z.string().nullable(),
  secondBy: Named.nullable(),
  secondAt: z.string().nullable(),
  note: z.string().nullable(),
  version: Version,
})
export const LinkAnswer = z.object({
  kind: z.enum(['relates', 'duplicates', 'blocks', 'parent', 'child', 'merged']),
  /** This ticket points to the other: it duplicates or blocks that one. */
  outward: z.boolean(),
  id: Id,
  number: z.number().int(),
  subject: z.string(),
  status: z.string(),
  statusCategory: z.enum(CATEGORIES),
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
  steps: z.array(StepAnswer),
  links: z.array(LinkAnswer),
  thread: z.object({ items: z.array(MessageAnswer), earlier: Id.nullable() }),
})

const Nullish = Id.nullish()
const settable = {
  status: StatusKey.optional(),
  impact: Level.optional(),
  urgency: Level.optional(),
  queueId: Id.optional(),
  typeId: Id.optional(),
  facilityId: Nullish,
  assigneeId: Nullish,
  teamId: Nullish,
}
const somethingToChange = (p: object) => Object.keys(p).some((k) => k !== 'override' && k !== 'children')
export const PatchTicket = z
  .strictObject({
    ...settable,
    subject: Subject.optional(),
    tags: Tags.optional(),
    requester: Requester.nullish(),
    clientId: Nullish,
    contactId: Nullish,
    parentId: Nullish,
    /** What becomes of open children when the ticket is resolved or closed. */
    children: z.enum(['leave', 'close']).optional(),
    /** Past the gate, by one who may. */
    override: z.strictObject({ reason: Reason }).optional(),
  })
  .refine(somethingToChange, 'nothing to change')
export type PatchTicket = z.infer<typeof PatchTicket>

/** What one may do to many tickets at once; a gate is passed one ticket at a time. */
export const ChangeMany = z
  .strictObject({ ...settable, addTags: Tags.optional(), removeTags: Tags.optional() })
  .refine(somethingToChange, 'nothing to change')

const Ids = z.array(Id).min(1).max(100)
export const TicketFilter = z.strictObject({
  categories: z.array(z.enum(CATEGORIES)).max(5).optional(),
  statuses: z.array(StatusKey).max(30).optional(),
  queueIds: Ids.optional(),
  typeIds: Ids.optional(),
  priorities: z.array(z.number().int().min(1).max(4)).max(4).optional(),
  assigneeIds: Ids.optional(),
  unassigned: z.boolean().optional(),
  /** Assigned to who asks. */
  mine: z.boolean().optional(),
  watching: z.boolean().optional(),
  teamIds: Ids.optional(),
  clientId: Id.optional(),
  facilityId: Id.optional(),
  parentId: Id.optional(),
  phiState: z.enum(['none', 'suspected', 'settled']).optional(),
  channel: z.enum(['web', 'email', 'api', 'portal']).optional(),
  /** A clock that is not over has run out, or will within a day, or within a week. */
  due: z.enum(['late', 'day', 'week']).optional(),
  createdFrom: z.iso.datetime().optional(),
  createdTo: z.iso.datetime().optional(),
  tag: z.string().trim().min(1).max(60).optional(),
  /** Words of subject, messages and requester; tags, an e-mail address, or a number such as `#1042`. */
  q: z.string().trim().max(200).optional(),
})
export type TicketFilter = z.infer<typeof TicketFilter>
/** `due`: what is due first, and then what has no clock that runs. */
export const SORTS = ['updated', 'created', 'priority', 'due'] as const

export const SearchTickets = z.strictObject({
  filter: TicketFilter.optional(),
  /** A saved view, whose filter holds where `filter` says nothing. */
  viewId: Id.optional(),
  sort: z.enum(SORTS).default('updated'),
  limit: z.number().int().min(1).max(100).default(25),
  cursor: z.string().max(300).optional(),
})
export const BoardTickets = z.strictObject({
  filter: TicketFilter.optional(),
  viewId: Id.optional(),
  groupBy: z.enum(['status', 'priority', 'assignee', 'queue']).default('status'),
  /** Cards of each column, the most urgent and oldest first. */
  limit: z.number().int().min(1).max(100).default(20),
})
/** Views by any key of the caller's: a filter, or a saved one. */
export const CountTickets = z.strictObject({
  views: z
    .record(
      z.string().min(1).max(60),
      z.strictObject({ filter: TicketFilter.optional(), viewId: Id.optional() }),
    )
    .refine((v) => Object.keys(v).length <= 50, 'are at most 50'),
})
export const MOST_COUNTED = 1000
export const CountsAnswer = z.object({
  /** By key; null for what is found by words. At most 1000, which then stands for more. */
  counts: z.record(z.string(), z.number().int().nullable()),
})
export const TicketSummary = z.object({
  ...TicketFields,
  client: Named.nullable(),
  assigneeName: z.string().nullable(),
  /** Null where no clock was ever set. */
  sla: SlaAnswer.nullable(),
})
export const SearchTicketsAnswer = z.object({
  items: z.array(TicketSummary),
  nextCursor: z.string().nullable(),
  truncated: z.boolean(),
})
export const BoardAnswer = z.object({
  columns: z.array(
    z.object({ key: z.string().nullable(), count: z.number().int(), items: z.array(TicketSummary) }),
  ),
})
