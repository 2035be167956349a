import { Badge, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import type { Import } from './api.ts'

const COLOR = { uploaded: 'gray', running: 'blue', done: 'green', failed: 'red', cancelled: 'gray' } as const

export function PastImports({ onOpen }: { onOpen: (file: Import) => void }) {
  const list = useCursorList<Import>(['imports', 'list'], (cursor, signal) =>
    ok(api.GET('/api/v1/imports', { params: { query: { ...(cursor && { cursor }) } as never }, signal })),
  )
  return (
    <Section title="Imports so far">
      <DataTable
        label="Imports"
        columns={[
          {
            key: 'name',
            header: 'File',
            phone: 'title',
            interactive: true,
            cell: (i) => (
              <button
                type="button"
                onClick={() => onOpen(i)}
                style={{
                  all: 'unset',
                  cursor: 'pointer',
                  fontWeight: 560,
                  textDecoration: 'underline',
                  textUnderlineOffset: 3,
                }}
              >
                {i.name}
              </button>
            ),
          },
          {
            key: 'status',
            header: 'State',
            phone: 'aside',
            cell: (i) => <Badge color={COLOR[i.status]}>{i.status}</Badge>,
          },
          { key: 'created', header: 'New', align: 'right', cell: (i) => i.created.toLocaleString() },
          { key: 'failed', header: 'Not right', align: 'right', cell: (i) => i.failed.toLocaleString() },
          { key: 'when', header: 'When', cell: (i) => <TimeAgo at={i.createdAt} /> },
        ]}
        list={list}
        rowKey={(i) => i.id}
        empty={
          <EmptyState icon={IconFileImport} title="No imports yet">
            <Text>Each import stands here with its counts and its errors.</Text>
          </EmptyState>
        }
      />
    </Section>
  )
}
