import { IconFiles } from '@tabler/icons-react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Folder } from '../queries.ts'
import { DOCUMENT_COLUMNS, documentLink } from './columns.tsx'

type State = 'draft' | 'published' | 'withdrawn' | 'expired' | 'review'

/** The documents of a folder, what changed last first. */
export function DocumentTable({ folder, state }: { folder: Folder; state: string | undefined }) {
  const list = useCursorList(['documents', 'list', folder.id, state], (cursor, signal) =>
    ok(
      api.GET('/api/v1/folders/{id}/documents', {
        params: {
          path: { id: folder.id },
          query: { limit: 50, ...(cursor && { cursor }), ...(state && { state: state as State }) },
        },
        signal,
      }),
    ),
  )
  return (
    <DataTable
      label="Documents"
      columns={DOCUMENT_COLUMNS}
      list={list}
      rowKey={(d) => d.id}
      rowLink={documentLink}
      empty={
        <EmptyState icon={IconFiles} title={state ? 'None of these here' : 'No documents here yet'}>
          {!state && folder.writable && 'Drop files above, choose them, or take a picture.'}
        </EmptyState>
      }
    />
  )
}
