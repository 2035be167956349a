import type { UseQueryResult } from '@tanstack/react-query'
import type { CursorList } from '../../api/lists.ts'

/** What a query gave all at once, for a `DataTable`. */
export function plainList<T>(query: UseQueryResult<{ items: T[] }>): CursorList<T> {
  return {
    rows: query.data?.items ?? [],
    loading: query.isPending,
    updating: query.isPlaceholderData,
    error: query.error,
    hasMore: false,
    loadingMore: false,
    loadMore: () => {},
    retry: () => void query.refetch(),
  }
}
