import { z } from 'zod'
import { ActionFields } from '../actions.ts'
import { Id, Level, StatusKey } from '../api.ts'
import { CATEGORIES } from '../rules/flow.ts'

/** What sets a rule off. */
export const HAPPENINGS = ['made', 'changed', 'requester-reply', 'staff-reply'] as const
export type Happening = (typeof HAPPENINGS)[number]

/** What of a ticket may have changed, as the database names it. */
export const CHANGED = [
  'queue',
  'type',
  'status',
  'priority',
  'client',
  'facility',
  'team',
  'assignee',
  'tags',
] as const
export type Changed = (typeof CHANGED)[number]

const Ids = z.array(Id).min(1).max(100)

/** All that are named must hold; of a list, one is enough. */
export const Conditions = z.strictObject({
  queueIds: Ids.optional(),
  typeIds: Ids.optional(),
  categories: z.array(z.enum(CATEGORIES)).min(1).max(5).optional(),
  statuses: z.array(StatusKey).min(1).max(30).optional(),
  priorities: z.array(z.number().int().min(1).max(4)).min(1).max(4).optional(),
  impacts: z.array(Level).min(1).max(3).optional(),
  urgencies: z.array(Level).min(1).max(3).optional(),
  clientIds: Ids.optional(),
  hasClient: z.boolean().optional(),
  facilityIds: Ids.optional(),
  teamIds: Ids.optional(),
  assigneeIds: Ids.optional(),
  unassigned: z.boolean().optional(),
  channels: z
    .array(z.enum(['web', 'email', 'api', 'portal']))
    .min(1)
    .max(4)
    .optional(),
  tags: z.array(z.string().trim().min(1).max(60)).min(1).max(20).optional(),
  /** One of these is what changed; for a rule on `changed`. */
  changed: z.array(z.enum(CHANGED)).min(1).max(CHANGED.length).optional(),
})
export type Conditions = z.infer<typeof Conditions>
export type Condition = keyof Conditions

/** As of a macro; there is nobody who uses it. */
export const RuleActions = z.strictObject({
  ...ActionFields,
  assignee: z.union([z.literal('nobody'), Id]).optional(),
})
export type RuleActions = z.infer<typeof RuleActions>

const doesSomething = ({ kind: _, ...actions }: RuleActions) =>
  Object.values(actions).some((v) => v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0))

export const Rule = z.strictObject({
  name: z.string().trim().min(1).max(100),
  on: z.enum(HAPPENINGS),
  conditions: Conditions.default({}),
  actions: RuleActions.refine(doesSomething, 'must do something'),
  enabled: z.boolean().default(true),
  position: z.number().int().min(0).max(10_000).default(0),
})
export type Rule = z.infer<typeof Rule>
/** Who last saved what it says: it reaches as far as they do. `stands`: they work here and may change tickets. */
export const SavedBy = z.object({ id: Id, name: z.string(), stands: z.boolean() }).nullable()
/** When it last failed unexpectedly since it was saved, on whichever ticket, and the kind of fault. */
const Failed = z.object({ at: z.string(), code: z.string() }).nullable()
export const RuleAnswer = Rule.extend({ id: Id, version: z.number().int(), savedBy: SavedBy, failed: Failed })
export type RuleAnswer = z.infer<typeof RuleAnswer>
