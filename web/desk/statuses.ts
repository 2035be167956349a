import type { Answer } from '../api/types.ts'

export type Desk = Answer<'/api/v1/desk', 'get'>
export type Flow = Desk['flows'][number]
export type Status = Flow['statuses'][number]

export const statusOf = (
  desk: Desk | undefined,
  ticket: { typeId: string; status: string },
): Status | undefined => flowOf(desk, ticket.typeId)?.statuses.find((s) => s.key === ticket.status)

export function flowOf(desk: Desk | undefined, typeId: string): Flow | undefined {
  const type = desk?.types.find((t) => t.id === typeId)
  return desk?.flows.find((f) => f.id === type?.flowId)
}

/** Where a ticket may go from where it is. */
export function nextStatuses(desk: Desk | undefined, ticket: { typeId: string; status: string }): Status[] {
  const flow = flowOf(desk, ticket.typeId)
  const next = flow?.statuses.find((s) => s.key === ticket.status)?.next ?? []
  return flow?.statuses.filter((s) => next.includes(s.key)) ?? []
}
