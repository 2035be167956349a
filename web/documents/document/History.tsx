import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { EventTable } from '../../auditing/EventTable.tsx'
import type { LogEvent } from '../../auditing/log-event.ts'
import { useMay } from '../../session/session.ts'
import { Section } from '../../ui/Section.tsx'

/** Who read, changed, published and signed a document, from the log: asked for, as looking is in the log as well. */
export function History({ documentId }: { documentId: string }) {
  const [shown, setShown] = useState(false)
  if (!useMay()('documents:write')) return null
  return (
    <Section title="History">
      {shown ? (
        <Events documentId={documentId} />
      ) : (
        <Button variant="default" leftSection={<IconHistory size={17} />} onClick={() => setShown(true)}>
          Show who read, changed and signed it
        </Button>
      )}
    </Section>
  )
}

function Events({ documentId }: { documentId: string }) {
  const list = useCursorList<LogEvent>(['audit', 'document', documentId], (cursor, signal) =>
    ok(
      api.GET('/api/v1/documents/{id}/history', {
        params: { path: { id: documentId }, query: { ...(cursor && { cursor }), limit: 50 } },
        signal,
      }),
    ),
  )
  return <EventTable label="History of the document" list={list} withObject={false} />
}
