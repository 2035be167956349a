import type { ClockName } from './engine/clock.ts'
import type { Terms } from './engine/evaluate.ts'

/** What a policy asks of tickets of one priority, in open minutes; null for no such clock. */
export interface PriorityTarget {
  priority: number
  responseMinutes: number | null
  resolutionMinutes: number | null
  /** Every minute counts, whatever the calendar says. */
  aroundTheClock: boolean
}

/** What happens at a warning or at the due time. */
export interface SlaAction {
  on: 'warning' | 'breach'
  clock: ClockName | 'both'
  /** At this warning only; each, when left out. */
  percent?: number | undefined
  notify: { assignee: boolean; team: boolean; userIds: string[] }
  raisePriority: boolean
  reassignTeamId: string | null
}

/** The clocks' part of a policy, as stored. */
export interface PolicyTerms {
  targets: PriorityTarget[]
  pauseStatuses: string[] | null
  warnPercents: number[]
}

/** Whom a policy is for. Empty lists fit everything; clients and groups are one question. */
export interface PolicyMatch {
  clientIds: string[]
  groupIds: string[]
  priorities: number[]
  typeIds: string[]
}

/** What a policy asks of a ticket of a priority; undefined where it asks nothing. */
export function termsFor(
  policy: PolicyTerms,
  priority: number,
): { terms: Terms; aroundTheClock: boolean } | undefined {
  const target = policy.targets.find((t) => t.priority === priority)
  if (!target) return undefined
  return {
    terms: { target, warnPercents: policy.warnPercents, pauseStatuses: policy.pauseStatuses },
    aroundTheClock: target.aroundTheClock,
  }
}

export interface Criterion {
  criterion: 'active' | 'who' | 'priority' | 'type'
  fits: boolean
}

/** Why a policy fits a ticket or does not, question by question. The statement that chooses asks the same. */
export function criteriaOf(
  policy: PolicyMatch & { active: boolean },
  ticket: { clientId: string | null; groupId: string; priority: number; typeId: string },
): Criterion[] {
  const anyone = policy.clientIds.length + policy.groupIds.length === 0
  const open = <T>(list: T[], value: T) => list.length === 0 || list.includes(value)
  return [
    { criterion: 'active', fits: policy.active },
    {
      criterion: 'who',
      fits:
        anyone ||
        policy.groupIds.includes(ticket.groupId) ||
        (ticket.clientId !== null && policy.clientIds.includes(ticket.clientId)),
    },
    { criterion: 'priority', fits: open(policy.priorities, ticket.priority) },
    { criterion: 'type', fits: open(policy.typeIds, ticket.typeId) },
  ]
}
