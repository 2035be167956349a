import { queryOptions } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../../api/client.ts'
import type { Answer, Item } from '../../api/types.ts'

export type Calendar = Item<'/api/v1/sla/calendars'>
export type Policy = Item<'/api/v1/sla/policies'>
export type Sweep = Answer<'/api/v1/sla/sweep', 'get'>

export const calendarsQuery = queryOptions({
  queryKey: ['sla', 'calendars'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/sla/calendars', { signal })),
})

export const policiesQuery = queryOptions({
  queryKey: ['sla', 'policies'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/sla/policies', { signal })),
})

const AGAIN = 2000

/** How far the going over all tickets is; asked again until it has ended. */
export const sweepQuery = queryOptions({
  queryKey: ['sla', 'sweep'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/sla/sweep', { headers: PASSIVE, signal })),
  refetchInterval: ({ state: { data } }) => (data?.requestedAt && !data.finishedAt ? AGAIN : false),
})
