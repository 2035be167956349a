import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query'
import type { Page } from './types.ts'

export interface CursorList<T> {
  rows: T[]
  /** Nothing is known yet: show a skeleton. */
  loading: boolean
  /** Another answer is on its way while the last one is still shown. */
  updating: boolean
  error: unknown
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
  retry: () => void
}

/**
 * A list that comes page by page. `fetchPage` gets the cursor of the page before, and a signal that aborts
 * when nobody waits for the answer any more.
 */
export function useCursorList<T>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): CursorList<T> {
  const query: UseInfiniteQueryResult<InfiniteData<Page<T>>> = useInfiniteQuery<
    Page<T>,
    Error,
    InfiniteData<Page<T>>,
    QueryKey,
    string | undefined
  >({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: (previous) => previous }),
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending && query.fetchStatus !== 'idle',
    updating: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
}
