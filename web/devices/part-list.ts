import type { UseQueryResult } from '@tanstack/react-query'
import type { CursorList } from '../api/lists.ts'
import { plainList } from '../ui/table/plain-list.ts'

/** One of the lists that an answer holds, for a `DataTable`. */
export const partList = <A, T>(query: UseQueryResult<A>, part: (answer: A) => T[]): CursorList<T> =>
  plainList({ ...query, data: query.data && { items: part(query.data) } } as UseQueryResult<{ items: T[] }>)
