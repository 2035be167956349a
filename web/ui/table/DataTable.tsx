import { Table, VisuallyHidden } from '@mantine/core'
import { useRef } from 'react'
import { ErrorAlert } from '../ErrorAlert.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { Cards } from './Cards.tsx'
import { cellClass } from './cell-class.ts'
import classes from './DataTable.module.css'
import { Footer } from './Footer.tsx'
import type { DataTableProps } from './props.ts'
import { Rows } from './Rows.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import { useRowKeys } from './use-row-keys.ts'

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
                    <Table.Th key={c.key} scope="col" w={c.width} className={cellClass(c)}>
                      {c.quietHeader ? <VisuallyHidden>{c.header}</VisuallyHidden> : c.header}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.loading ? <SkeletonRows columns={columns} /> : <Rows {...props} />}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </div>
      <Footer list={list} />
    </div>
  )
}
