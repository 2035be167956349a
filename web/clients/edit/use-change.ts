import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { type Client, clientQuery } from '../queries.ts'

export interface Version {
  client: Client
  etag: string
}

/**
 * Changes a client from the version that the form began with, whatever the page learns meanwhile: only so can the
 * server tell that somebody else was faster.
 */
export function useChange(start: Version) {
  const cache = useQueryClient()
  const [base, setBase] = useState(start)
  const change = useMutation({
    mutationFn: (body: object) => patch(cache, base, body),
  })
  /** The version that is there now. */
  const newest = async (): Promise<Version> => {
    const { data, etag } = await cache.fetchQuery({ ...clientQuery(base.client.id), staleTime: 0 })
    return { client: data, etag }
  }
  return { base, setBase, newest, send: change.mutateAsync, sendUpon: patch.bind(null, cache) }
}

/** Changes that version, and puts the answer in place of what the page knew. */
async function patch(cache: QueryClient, { client, etag }: Version, body: object): Promise<Version> {
  const data = await ok(
    api.PATCH('/api/v1/clients/{id}', {
      params: { path: { id: client.id } },
      headers: { 'If-Match': etag },
      body: body as never,
    }),
  )
  const next = { data, etag: `"${data.version}"` }
  cache.setQueryData(clientQuery(client.id).queryKey, next)
  void cache.invalidateQueries({ queryKey: ['clients', 'list'] })
  void cache.invalidateQueries({ queryKey: ['audit', 'client', client.id] })
  return { client: data, etag: next.etag }
}
