import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { EventTable } from '../../auditing/EventTable.tsx'
import type { LogEvent } from '../../auditing/log-event.ts'

/** Who saw or changed this ticket, and when. */
export function HistoryTab({ ticketId }: { ticketId: string }) {
  const list = useCursorList<LogEvent>(['audit', 'ticket', ticketId], (cursor, signal) =>
    ok(
      api.GET('/api/v1/tickets/{id}/history', {
        params: { path: { id: ticketId }, query: { ...(cursor && { cursor }), limit: 50 } },
        signal,
      }),
    ),
  )
  return <EventTable label="History" list={list} withObject={false} />
}
