import { Code, Modal, ScrollArea, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { calendarDate } from '../ui/time.ts'
import type { Resource } from './queries.ts'

/** What imports brought beside the record: FHIR resources, kept whole, opened one at a time. */
export function ResourcesTab({ clientId }: { clientId: string }) {
  const [open, setOpen] = useState<Resource>()
  const list = useCursorList<Resource>(['clients', 'resources', clientId], (cursor, signal) =>
    ok(
      api.GET('/api/v1/clients/{id}/resources', {
        params: { path: { id: clientId }, query: { ...(cursor && { cursor }), limit: 100 } },
        signal,
      }),
    ),
  )
  return (
    <>
      <DataTable
        label="Imported resources"
        columns={[
          {
            key: 'label',
            header: 'What',
            phone: 'title',
            interactive: true,
            cell: (r) => (
              <button
                type="button"
                onClick={() => setOpen(r)}
                style={{
                  all: 'unset',
                  cursor: 'pointer',
                  textDecoration: 'underline',
                  textUnderlineOffset: 3,
                }}
              >
                {r.label ?? r.type}
              </button>
            ),
          },
          { key: 'type', header: 'Type', phone: 'line', cell: (r) => <Text size="sm">{r.type}</Text> },
          { key: 'date', header: 'Date', cell: (r) => (r.date ? calendarDate(r.date.slice(0, 10)) : '') },
        ]}
        list={list}
        rowKey={(r) => r.id}
        empty={
          <EmptyState icon={IconFileImport} title="Nothing imported">
            Conditions, medications and documents that a FHIR import brings stand here, as they came.
          </EmptyState>
        }
      />
      {open && <Viewer clientId={clientId} resource={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Viewer({
  clientId,
  resource,
  onClose,
}: {
  clientId: string
  resource: Resource
  onClose: () => void
}) {
  const one = useQuery({
    queryKey: ['clients', 'resource', resource.id],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/clients/{id}/resources/{resourceId}', {
          params: { path: { id: clientId, resourceId: resource.id } },
          signal,
        }),
      ),
  })
  return (
    <Modal opened onClose={onClose} title={resource.label ?? resource.type} size="xl">
      <ErrorAlert error={one.error} />
      {one.data && (
        <ScrollArea.Autosize mah="65vh">
          <Code block>{JSON.stringify(one.data.resource, null, 2)}</Code>
        </ScrollArea.Autosize>
      )}
    </Modal>
  )
}
