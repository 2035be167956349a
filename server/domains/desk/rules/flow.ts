import { z } from 'zod'

export const CATEGORIES = ['new', 'open', 'waiting', 'resolved', 'closed'] as const
export type Category = (typeof CATEGORIES)[number]

/** A status of a flow: where a ticket may go from it, and whether the required steps must be done to enter it. */
export const Status = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and hyphens'),
  name: z.string().trim().min(1).max(60),
  category: z.enum(CATEGORIES),
  next: z.array(z.string().max(40)).max(30),
  requiresSteps: z.boolean().default(false),
  /** Of a resolved status: a ticket that was left alone in it for so long is closed by itself. */
  closesAfterDays: z.number().int().min(1).max(365).optional(),
})
export type Status = z.infer<typeof Status>

/** What is wrong with a flow, by field; an empty list when nothing is. */
export function flowErrors(statuses: readonly Status[]): { field: string; message: string }[] {
  const errors: { field: string; message: string }[] = []
  const keys = new Set(statuses.map((s) => s.key))
  if (keys.size !== statuses.length) errors.push({ field: 'statuses', message: 'has a key twice' })
  for (const [i, s] of statuses.entries())
    for (const to of s.next)
      if (!keys.has(to) || to === s.key)
        errors.push({ field: `statuses.${i}.next`, message: 'must name other statuses of this flow' })
  if (statuses[0] && ended(statuses[0].category))
    errors.push({ field: 'statuses.0.category', message: 'a ticket can’t start as resolved or closed' })
  for (const category of ['open', 'closed'] as const)
    if (!statuses.some((s) => s.category === category))
      errors.push({ field: 'statuses', message: `needs a status of the category ${category}` })
  for (const [i, s] of statuses.entries())
    if (s.closesAfterDays && (s.category !== 'resolved' || !closedNext(statuses, s.key)))
      errors.push({
        field: `statuses.${i}.closesAfterDays`,
        message: 'is for a resolved status with a way to a closed one',
      })
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const to of statuses.find((s) => s.key === key)?.next ?? []) visit(to)
  }
  if (statuses[0]) visit(statuses[0].key)
  if (!errors.length && !statuses.some((s) => s.category === 'closed' && seen.has(s.key)))
    errors.push({ field: 'statuses', message: 'a closed status must be reachable from the first' })
  return errors
}

/** Resolved and closed: what the gate stands before. */
export const ended = (c: Category): boolean => c === 'resolved' || c === 'closed'

/** Whether a ticket of the flow can end with required steps left. */
export const endsWithoutSteps = (flow: readonly Status[]): boolean =>
  flow.some((s) => ended(s.category) && !s.requiresSteps)

export const statusOf = (flow: readonly Status[], key: string): Status | undefined =>
  flow.find((s) => s.key === key)

export const mayMove = (flow: readonly Status[], from: string, to: string): boolean =>
  statusOf(flow, from)?.next.includes(to) === true && statusOf(flow, to) !== undefined

/** Where a ticket goes that is closed from a status, by the flow's own ways. */
export const closedNext = (flow: readonly Status[], from: string): Status | undefined =>
  flow.find((s) => s.category === 'closed' && mayMove(flow, from, s.key))

/** Where a ticket goes that must be worked on again: the first open status, else the first of all. */
export const reopened = (flow: readonly Status[]): Status =>
  flow.find((s) => s.category === 'open') ?? flow[0]!

/** Priority 1 (highest) to 4 by impact x urgency, each 1 (high) to 3 (low), as in ITIL's matrix. */
export const priorityOf = (impact: number, urgency: number): number => Math.min(4, impact + urgency - 1)
