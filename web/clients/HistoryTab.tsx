import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EventTable } from '../auditing/EventTable.tsx'
import type { LogEvent } from '../auditing/log-event.ts'

/** Who saw or changed this client, and when. */
export function HistoryTab({ clientId }: { clientId: string }) {
  const list = useCursorList<LogEvent>(['audit', 'client', clientId], (cursor, signal) =>
    ok(
      api.GET('/api/v1/clients/{id}/history', {
        params: { path: { id: clientId }, query: { ...(cursor && { cursor }), limit: 50 } },
        signal,
      }),
    ),
  )
  return <EventTable label="History" list={list} withObject={false} />
}
