import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'
import { someUnread } from '../files/attached.ts'

export type FormLine = Item<'/api/v1/forms'>
export type Form = Answer<'/api/v1/forms/{id}', 'get'>
export type ResponseLine = Item<'/api/v1/form-responses'>
export type Response = Answer<'/api/v1/form-responses/{id}', 'get'>

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: ['forms', 'form', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/forms/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })

/** Those that may be sent. */
export const publishedQuery = queryOptions({
  queryKey: ['forms', 'published'],
  queryFn: ({ signal }) =>
    ok(api.GET('/api/v1/forms', { params: { query: { state: 'published', limit: 100 } }, signal })),
})

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['forms', 'versions', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/forms/{id}/versions', { params: { path: { id } }, signal })),
  })

export const versionQuery = (id: string, n: number) =>
  queryOptions({
    queryKey: ['forms', 'versions', id, n],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/forms/{id}/versions/{n}', { params: { path: { id, n } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const responseQuery = (id: string) =>
  queryOptions({
    queryKey: ['forms', 'response', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/form-responses/{id}', { params: { path: { id } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (state.data && someUnread([state.data]) ? 3000 : false),
  })
