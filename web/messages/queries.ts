import { queryOptions } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'
import { someUnread } from '../files/attached.ts'

export type ThreadLine = Item<'/api/v1/threads'>
export type Thread = Answer<'/api/v1/threads/{id}', 'get'>

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: ['threads', 'one', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/threads/{id}', { params: { path: { id } }, signal })),
    retry: false,
    // While a file in it is being looked into.
    refetchInterval: ({ state }) => (state.data && someUnread(state.data.items) ? 3000 : false),
  })

export const colleaguesQuery = queryOptions({
  queryKey: ['threads', 'colleagues'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/threads/colleagues', { signal, headers: PASSIVE })),
  staleTime: 5 * 60_000,
})

export const absenceQuery = queryOptions({
  queryKey: ['me', 'absence'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/me/absence', { signal })),
})
