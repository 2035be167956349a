import { useMutation, useQueryClient } from '@tanstack/react-query'
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
    mutationFn: (body: object) =>
      ok(
        api.PATCH('/api/v1/clients/{id}', {
          params: { path: { id: base.client.id } },
          headers: { 'If-Match': base.etag },
          body: body as never,
        }),
      ),
    onSuccess: (data) => {
      cache.setQueryData(clientQuery(base.client.id).queryKey, { data, etag: `"${data.version}"` })
      void cache.invalidateQueries({ queryKey: ['clients', 'list'] })
      void cache.invalidateQueries({ queryKey: ['audit', 'client', base.client.id] })
    },
  })
  /** The version that is there now. */
  const newest = async (): Promise<Version> => {
    const { data, etag } = await cache.fetchQuery({ ...clientQuery(base.client.id), staleTime: 0 })
    return { client: data, etag }
  }
  return { base, setBase, newest, send: change.mutateAsync }
}
