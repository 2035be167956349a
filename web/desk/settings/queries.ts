import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Item } from '../../api/types.ts'

export type Queue = Item<'/api/v1/queues'>
export type TicketType = Item<'/api/v1/ticket-types'>
export type TicketFlow = Item<'/api/v1/ticket-flows'>
export type FlowStatus = TicketFlow['statuses'][number]
export type Checklist = Item<'/api/v1/checklist-templates'>

/** All that the desk is made of, out of use too. A change of any is a change of the `desk`. */
export const queuesQuery = queryOptions({
  queryKey: ['desk', 'queues'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/queues', { signal })),
})
export const typesQuery = queryOptions({
  queryKey: ['desk', 'types'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/ticket-types', { signal })),
})
export const flowsQuery = queryOptions({
  queryKey: ['desk', 'flows'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/ticket-flows', { signal })),
})
export const checklistsQuery = queryOptions({
  queryKey: ['desk', 'checklists'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/checklist-templates', { signal })),
})

/** As a select offers them. */
export const choices = (items: { id: string; name: string }[] | undefined) =>
  (items ?? []).map((x) => ({ value: x.id, label: x.name }))

/** Those in use, and the one that is chosen already. */
export const usable = <T extends { id: string; archived: boolean }>(
  items: T[] | undefined,
  chosen?: string | null,
) => (items ?? []).filter((x) => !x.archived || x.id === chosen)

export const nameIn = (items: { id: string; name: string }[] | undefined, id: string | null) =>
  items?.find((x) => x.id === id)?.name
