import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EventTable } from '../auditing/EventTable.tsx'
import type { LogEvent } from '../auditing/log-event.ts'
import { OnlyChanges } from '../auditing/OnlyChanges.tsx'

/** Who saw or changed this client, and when. */
export function HistoryTab({ clientId }: { clientId: string }) {
  const [only, setOnly] = useState(false)
  const list = useCursorList<LogEvent>(['audit', 'client', clientId, only], (cursor, signal) =>
    ok(
      api.GET('/api/v1/clients/{id}/history', {
        params: {
          path: { id: clientId },
          query: { ...(cursor && { cursor }), changes: only ? 'true' : 'false', limit: 50 },
        },
        signal,
      }),
    ),
  )
  return (
    <>
      <OnlyChanges only={only} onChange={setOnly} />
      <EventTable label="History" list={list} withObject={false} />
    </>
  )
}
