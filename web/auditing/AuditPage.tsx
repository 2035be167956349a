import { Box } from '@mantine/core'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CheckpointCard } from './CheckpointCard.tsx'
import { EventTable } from './EventTable.tsx'
import { logQuery, NO_LOG_FILTER } from './filter.ts'
import { LogFilters } from './LogFilters.tsx'
import type { LogEvent } from './log-event.ts'

/** The whole log, with filters, its newest checkpoint and its download. */
export function AuditPage() {
  const [filter, setFilter] = useState(NO_LOG_FILTER)
  const asked = logQuery(filter)
  const list = useCursorList<LogEvent>(
    ['audit', 'events', asked],
    (cursor, signal) =>
      ok(
        api.GET('/api/v1/audit/events', {
          params: { query: { ...asked, ...(cursor && { cursor }), limit: 50 } },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every read, change, sign-in, refusal and export. Nobody can change it unnoticed."
      />
      <CheckpointCard />
      <Box mt="lg">
        <LogFilters filter={filter} onChange={setFilter} />
      </Box>
      <EventTable label="Audit log" list={list} withObject />
    </>
  )
}
