import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'

export type Readers = Answer<'/api/v1/documents/{id}/reading', 'get'>

export const toReadQuery = queryOptions({
  queryKey: ['documents', 'to-read'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/reading', { params: { query: {} }, signal })),
})

export const readersQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'readers', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/documents/{id}/reading', { params: { path: { id } }, signal })),
  })
