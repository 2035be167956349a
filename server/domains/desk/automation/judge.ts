import type { TicketRow } from '../records.ts'
import { hasTag } from '../rules/tags.ts'
import type { Changed, Condition, Conditions } from './rule.ts'

/** What conditions ask of a ticket. */
export type TicketFacts = Pick<
  TicketRow,
  | 'queue_id'
  | 'type_id'
  | 'status_category'
  | 'status'
  | 'priority'
  | 'impact'
  | 'urgency'
  | 'client_id'
  | 'facility_id'
  | 'team_id'
  | 'assignee_id'
  | 'channel'
> & { tags: readonly string[] }

export interface Judged {
  condition: Condition
  holds: boolean
}

type Test = (t: TicketFacts, changed: readonly Changed[], wanted: never) => boolean
const oneOf = (value: (t: TicketFacts) => unknown): Test => {
  return (t, _, wanted) => (wanted as readonly unknown[]).includes(value(t))
}

const TESTS: Record<Condition, Test> = {
  queueIds: oneOf((t) => t.queue_id),
  typeIds: oneOf((t) => t.type_id),
  categories: oneOf((t) => t.status_category),
  statuses: oneOf((t) => t.status),
  priorities: oneOf((t) => t.priority),
  impacts: oneOf((t) => t.impact),
  urgencies: oneOf((t) => t.urgency),
  clientIds: oneOf((t) => t.client_id),
  hasClient: (t, _, wanted: boolean) => (t.client_id !== null) === wanted,
  facilityIds: oneOf((t) => t.facility_id),
  teamIds: oneOf((t) => t.team_id),
  assigneeIds: oneOf((t) => t.assignee_id),
  unassigned: (t, _, wanted: boolean) => (t.assignee_id === null) === wanted,
  channels: oneOf((t) => t.channel),
  tags: (t, _, wanted: readonly string[]) => hasTag(t.tags, wanted),
  changed: (_t, changed, wanted: readonly Changed[]) => wanted.some((x) => changed.includes(x)),
}

/** Which conditions hold for a ticket as it is; `changed` is left out where nothing happened (a trial). */
export function judgeConditions(
  conditions: Conditions,
  ticket: TicketFacts,
  changed: readonly Changed[] | undefined,
): Judged[] {
  return (Object.entries(conditions) as [Condition, unknown][]).flatMap(([condition, wanted]) =>
    wanted === undefined || (condition === 'changed' && !changed)
      ? []
      : [{ condition, holds: TESTS[condition](ticket, changed ?? [], wanted as never) }],
  )
}

/** Whether a rule is for a ticket: as far as the first condition that does not hold. */
export const conditionsHold = (
  conditions: Conditions,
  ticket: TicketFacts,
  changed: readonly Changed[],
): boolean =>
  (Object.entries(conditions) as [Condition, unknown][]).every(
    ([condition, wanted]) => wanted === undefined || TESTS[condition](ticket, changed, wanted as never),
  )

export const allHold = (judged: readonly Judged[]): boolean => judged.every((j) => j.holds)
