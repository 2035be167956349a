import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { someUnread } from '../files/attached.ts'

/** Oneself in the portal, with one's clients and facilities. */
export const meQuery = queryOptions({
  queryKey: ['portal', 'me'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/portal/me', { signal })),
  staleTime: 5 * 60_000,
})

export const threadsQuery = queryOptions({
  queryKey: ['threads', 'mine'],
  queryFn: ({ signal }) =>
    ok(api.GET('/api/v1/portal/threads', { params: { query: { limit: 30 } }, signal })),
})

export const threadQuery = (id: string) =>
  queryOptions({
    queryKey: ['threads', 'one', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/portal/threads/{id}', { params: { path: { id } }, signal })),
    retry: false,
    // While a file in it is being looked into.
    refetchInterval: ({ state }) => (state.data && someUnread(state.data.items) ? 3000 : false),
  })

export const requestsQuery = queryOptions({
  queryKey: ['requests', 'mine'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/portal/requests', { signal })),
})

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['requests', 'one', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/portal/requests/{id}', { params: { path: { id } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (state.data && someUnread(state.data.items) ? 3000 : false),
  })
