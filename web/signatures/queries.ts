import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { Answer } from '../api/types.ts'

export type SignatureRequest = Answer<'/api/v1/signatures/{id}', 'get'>
export type Step = SignatureRequest['steps'][number]
/** Staff and people of the portal ask the same of routes of their own. */
export type Side = 'staff' | 'portal'

export const pathOf = (side: Side, id: string, what: string): string =>
  `/api/v1${side === 'portal' ? '/portal' : ''}/signatures/${id}/${what}`

export const requestQuery = (side: Side, id: string) =>
  queryOptions({
    queryKey: ['signatures', 'one', side, id],
    queryFn: ({ signal }) => {
      const params = { path: { id } }
      return side === 'portal'
        ? ok(api.GET('/api/v1/portal/signatures/{id}', { params, signal }))
        : ok(api.GET('/api/v1/signatures/{id}', { params, signal }))
    },
    retry: false,
    // The copy is made within seconds of the last signature.
    refetchInterval: ({ state }) =>
      state.data?.state === 'signed' || (state.data?.state === 'complete' && !state.data.copyReady)
        ? 2500
        : false,
  })

/** What one is asked to sign; with `all` also what one has signed. */
export const mineQuery = (side: Side, all = false) =>
  queryOptions({
    queryKey: ['signatures', 'mine', side, all],
    queryFn: ({ signal }) => {
      const params = { query: all ? { all: '1' as const } : {} }
      return side === 'portal'
        ? ok(api.GET('/api/v1/portal/signatures', { params, signal }))
        : ok(api.GET('/api/v1/signatures', { params, signal }))
    },
  })

export const ofDocumentQuery = (id: string) =>
  queryOptions({
    queryKey: ['signatures', 'of', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/documents/{id}/signatures', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((r) => r.state === 'signed' && !r.trouble) ? 2500 : false,
  })
