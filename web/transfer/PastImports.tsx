import { Badge, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { api, ok, PASSIVE } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import type { Import } from './api.ts'
import { STATUS } from './words.ts'

const open = (i: Import) => linkOptions({ to: '/imports/$importId', params: { importId: i.id } })
const count = (i: Import, n: number) => (i.startedAt ? n.toLocaleString() : '–')

const COLUMNS: Column<Import>[] = [
  {
    key: 'name',
    header: 'File',
    phone: 'title',
    cell: (i) => (
      <Text fw={560} maw={320} style={{ overflowWrap: 'anywhere' }}>
        {i.name}
      </Text>
    ),
  },
  {
    key: 'status',
    header: 'State',
    phone: 'aside',
    cell: (i) => <Badge color={STATUS[i.status].color}>{STATUS[i.status].label}</Badge>,
  },
  {
    key: 'format',
    header: 'Format',
    phone: 'hide',
    cell: (i) => (i.kind === 'csv' ? 'CSV' : 'FHIR R4'),
  },
  { key: 'created', header: 'New', align: 'right', cell: (i) => count(i, i.created) },
  { key: 'updated', header: 'Updated', align: 'right', cell: (i) => count(i, i.updated) },
  { key: 'failed', header: 'Not right', align: 'right', cell: (i) => count(i, i.failed) },
  { key: 'when', header: 'When', cell: (i) => <TimeAgo at={i.createdAt} /> },
]

/** The imports of the organization, newest first. */
export function PastImports() {
  const list = useCursorList<Import>(['imports', 'list'], (cursor, signal) =>
    ok(
      api.GET('/api/v1/imports', {
        params: { query: { limit: 25, ...(cursor && { cursor }) } },
        headers: PASSIVE,
        signal,
      }),
    ),
  )
  return (
    <Section title="Imports so far">
      <DataTable
        label="Imports"
        columns={COLUMNS}
        list={list}
        rowKey={(i) => i.id}
        rowLink={open}
        empty={
          <EmptyState icon={IconFileImport} title="No imports yet">
            Each stands here with its counts and what was not right in it.
          </EmptyState>
        }
      />
    </Section>
  )
}
