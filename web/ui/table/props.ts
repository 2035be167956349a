import type { ReactNode } from 'react'
import type { CursorList } from '../../api/lists.ts'
import type { Column, RowLink } from './columns.ts'

export interface DataTableProps<T> {
  /** What the list is of, for screen readers: `Users`. */
  label: string
  columns: Column<T>[]
  /** From `useCursorList`, or `plainList(query)` where the API gives everything at once. */
  list: CursorList<T>
  rowKey: (row: T) => string
  /** Where a row leads. Its first column carries the link. */
  rowLink?: (row: T) => RowLink
  /** Shown in place of the list when it has nothing: an `EmptyState`. */
  empty: ReactNode
}
