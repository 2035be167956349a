import { Table, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import type { CursorList } from '../../api/lists.ts'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { Cards } from './Cards.tsx'
import type { Column, RowLink } from './columns.ts'
import classes from './DataTable.module.css'
import { Footer } from './Footer.tsx'
import { Rows } from './Rows.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import { useRowKeys } from './use-row-keys.ts'

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

/** A list as a table on a desk and as cards on a phone, with its skeleton, refusal, empty state and next page. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, list, empty } = props
  const phone = useIsPhone()
  const frame = useRef<HTMLDivElement>(null)
  useRowKeys(frame)
  if (list.error && list.rows.length === 0) return <ErrorAlert error={list.error} onRetry={list.retry} />
  if (!list.loading && list.rows.length === 0) return <div className={classes.frame}>{empty}</div>
  return (
    <div className={classes.frame} ref={frame} aria-busy={list.loading || list.updating}>
      <div className={list.updating ? classes.stale : undefined}>
        {phone ? (
          <Cards {...props} />
        ) : (
          <div className={classes.scroller}>
            <Table className={classes.table} aria-label={label}>
              <Table.Thead>
                <Table.Tr>
                  {columns.map((c) => (
                    <Table.Th
                      key={c.key}
                      scope="col"
                      w={c.width}
                      className={c.align === 'right' ? classes.right : undefined}
                    >
                      {c.quietHeader ? <VisuallyHidden>{c.header}</VisuallyHidden> : c.header}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.loading ? <SkeletonRows columns={columns.length} /> : <Rows {...props} />}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </div>
      <Footer list={list} />
    </div>
  )
}
