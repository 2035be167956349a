import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, ok, PASSIVE } from '../../../api/client.ts'

/** How often one says that one is here, in ms; who is silent for twice as long has left. */
const BEAT = 20_000
/** Typing counts as writing for so long. */
const WRITING = 10_000

export interface Other {
  id: string
  name: string
  writing: boolean
}

const say = (id: string, state: 'viewing' | 'writing' | 'left') =>
  ok(
    api.POST('/api/v1/tickets/{id}/presence', {
      params: { path: { id } },
      headers: PASSIVE,
      body: { state },
    }),
  )

/** Tells colleagues that this ticket is open here, and who else has it open or is writing. */
export function usePresence(ticketId: string): { others: Other[]; typing: () => void } {
  const typedAt = useRef(0)
  const state = () => (Date.now() - typedAt.current < WRITING ? 'writing' : 'viewing')
  const presence = useQuery({
    queryKey: ['ticket-presence', ticketId],
    queryFn: () => say(ticketId, state()),
    refetchInterval: BEAT,
    staleTime: 0,
    retry: false,
  })
  useEffect(() => () => void say(ticketId, 'left').catch(() => {}), [ticketId])
  return {
    others: presence.data?.others ?? [],
    typing() {
      const was = state()
      typedAt.current = Date.now()
      if (was === 'viewing') void presence.refetch()
    },
  }
}
