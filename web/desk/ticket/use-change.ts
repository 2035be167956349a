import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { meanwhileOf, namesOf } from '../meanwhile.ts'
import { type TicketChange, type TicketVersion, ticketQuery } from '../queries.ts'

/**
 * Changes a ticket as it is on screen. When somebody was faster and changed other fields, the change goes through on
 * top of theirs; when it is the same field, nothing is overwritten: the page shows theirs and says so.
 */
export function useTicketChange({ ticket, etag }: TicketVersion) {
  const cache = useQueryClient()
  const [last, setLast] = useState<TicketChange>({})
  const key = ticketQuery(ticket.id).queryKey
  const patch = async (change: TicketChange, version: string) => {
    const data = await ok(
      api.PATCH('/api/v1/tickets/{id}', {
        params: { path: { id: ticket.id } },
        headers: { 'If-Match': version },
        body: change,
      }),
    )
    cache.setQueryData(key, { data, etag: `"${data.version}"` })
    return data
  }
  const mutation = useMutation({
    mutationFn: async (change: TicketChange) => {
      try {
        return await patch(change, etag)
      } catch (error) {
        const meanwhile = meanwhileOf(error)
        if (!meanwhile) throw error
        const fresh = await cache.fetchQuery({ ...ticketQuery(ticket.id), staleTime: 0 })
        const theirs = new Set(meanwhile.flatMap((m) => m.changes))
        if (Object.keys(change).some((field) => theirs.has(field))) {
          notifications.show({
            color: 'amber',
            title: `${namesOf(meanwhile)} changed this first`,
            message: 'What you see now is theirs. Change it again if yours is right.',
          })
          return fresh.data
        }
        return patch(change, fresh.etag)
      }
    },
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: ['tickets'], predicate: (q) => q.queryKey[1] !== 'one' })
      void cache.invalidateQueries({ queryKey: ['audit', 'ticket', ticket.id] })
    },
  })
  return {
    pending: mutation.isPending,
    error: mutation.error,
    change(change: TicketChange) {
      setLast(change)
      mutation.mutate(change)
    },
    override: (reason: string) => mutation.mutate({ ...last, override: { reason } }),
    reset: mutation.reset,
  }
}
