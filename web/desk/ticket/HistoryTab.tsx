import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { EventTable } from '../../auditing/EventTable.tsx'
import type { LogEvent } from '../../auditing/log-event.ts'
import { OnlyChanges } from '../../auditing/OnlyChanges.tsx'
import { deskQuery } from '../queries.ts'
import { changeWords } from './change-words.ts'

/** Who changed this ticket, from what to what, and who looked at it. */
export function HistoryTab({ ticketId }: { ticketId: string }) {
  const [only, setOnly] = useState(true)
  const desk = useQuery(deskQuery).data
  const list = useCursorList<LogEvent>(['audit', 'ticket', ticketId, only], (cursor, signal) =>
    ok(
      api.GET('/api/v1/tickets/{id}/history', {
        params: {
          path: { id: ticketId },
          query: { ...(cursor && { cursor }), changes: only ? 'true' : 'false', limit: 50 },
        },
        signal,
      }),
    ),
  )
  return (
    <>
      <OnlyChanges only={only} onChange={setOnly} />
      <EventTable label="History" list={list} withObject={false} words={(e) => changeWords(e, desk)} />
    </>
  )
}
