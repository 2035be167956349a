import { Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { RowButton } from '../ui/table/RowButton.tsx'
import { calendarDate } from '../ui/time.ts'
import type { Resource } from './queries.ts'
import { ResourceModal } from './ResourceModal.tsx'

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
  const columns: Column<Resource>[] = [
    {
      key: 'label',
      header: 'What',
      phone: 'title',
      cell: (r) => <RowButton onClick={() => setOpen(r)}>{r.label ?? words(r.type)}</RowButton>,
    },
    {
      key: 'type',
      header: 'Type',
      phone: 'line',
      cell: (r) => (
        <Text size="sm" c="dimmed">
          {words(r.type)}
        </Text>
      ),
    },
    {
      key: 'date',
      header: 'Date',
      phone: 'aside',
      cell: (r) => (r.date ? calendarDate(r.date.slice(0, 10)) : ''),
    },
  ]
  return (
    <>
      <DataTable
        label="Imported resources"
        columns={columns}
        list={list}
        rowKey={(r) => r.id}
        empty={
          <EmptyState icon={IconFileImport} title="Nothing imported">
            Conditions, medications and documents that a FHIR import brings stand here, as they came.
          </EmptyState>
        }
      />
      {open && <ResourceModal clientId={clientId} resource={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

/** `MedicationRequest` as `Medication request`. */
const words = (type: string) => type.replace(/(?<=[a-z])([A-Z])/g, (c) => ` ${c.toLowerCase()}`)
