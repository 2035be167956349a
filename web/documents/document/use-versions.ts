import { api, ok } from '../../api/client.ts'
import { type CursorList, useCursorList } from '../../api/lists.ts'
import type { Version } from '../queries.ts'

/** The versions of a document, newest first; the same list for all parts of the page. */
export function useVersions(id: string): CursorList<Version> {
  return useCursorList(['documents', 'versions', id], (cursor, signal) =>
    ok(
      api.GET('/api/v1/documents/{id}/versions', {
        params: { path: { id }, query: { limit: 30, ...(cursor && { cursor: Number(cursor) }) } },
        signal,
      }),
    ),
  )
}
