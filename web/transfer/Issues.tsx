import { Badge, Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Section } from '../ui/Section.tsx'
import { saveFile } from '../ui/save-as.ts'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import type { Import, Issue } from './api.ts'
import { issuesCsv } from './issues-csv.ts'
import { fieldText } from './words.ts'

const COLUMNS: Column<Issue>[] = [
  {
    key: 'row',
    header: 'Row',
    phone: 'title',
    cell: (e) => (e.row === null ? (e.file ?? 'The file') : `Row ${e.row.toLocaleString()}`),
  },
  { key: 'field', header: 'Field', phone: 'line', cell: (e) => fieldText(e.field) },
  { key: 'reason', header: 'Reason', phone: 'line', cell: (e) => e.reason },
  {
    key: 'severity',
    header: 'Result',
    phone: 'aside',
    cell: (e) =>
      e.severity === 'error' ? <Badge color="red">kept out</Badge> : <Badge color="gray">is in</Badge>,
  },
]

const page = (id: string, cursor: string | undefined, limit: number, signal?: AbortSignal) =>
  ok(
    api.GET('/api/v1/imports/{id}/errors', {
      params: { path: { id }, query: { limit, ...(cursor && { cursor: Number(cursor) }) } },
      ...(signal && { signal }),
    }),
  )

/** Which rows were not right, and why; to be kept as CSV. */
export function Issues({ file }: { file: Import }) {
  const list = useCursorList<Issue>(['imports', 'issues', file.id], (cursor, signal) =>
    page(file.id, cursor, 100, signal),
  )
  const download = useMutation({
    mutationFn: async () => {
      const all: Issue[] = []
      let cursor: string | undefined
      do {
        const answer = await page(file.id, cursor, 500)
        all.push(...answer.items)
        cursor = answer.nextCursor ?? undefined
      } while (cursor)
      saveFile(new Blob([issuesCsv(all)], { type: 'text/csv' }), `errors-${file.id.slice(0, 8)}.csv`)
    },
  })
  if (!list.loading && !list.error && list.rows.length === 0) return null
  return (
    <Section
      title={file.failed > 0 ? 'What was not right' : 'Remarks'}
      description="By row and reason. The values themselves are never repeated here."
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={17} />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          Download CSV
        </Button>
      }
    >
      <ErrorAlert error={download.error} />
      <DataTable
        label="What was not right"
        columns={COLUMNS}
        list={list}
        rowKey={(e) => `${e.file}${e.row}${e.field}${e.reason}`}
        empty={<EmptyState icon={IconCircleCheck} title="Nothing" />}
      />
    </Section>
  )
}
