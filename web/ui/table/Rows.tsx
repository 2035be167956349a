import { Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cellClass } from './cell-class.ts'
import type { RowLink } from './columns.ts'
import classes from './DataTable.module.css'
import type { DataTableProps } from './props.ts'

export function Rows<T>({ list, columns, rowKey, rowLink }: DataTableProps<T>) {
  const linked = Math.max(
    0,
    columns.findIndex((c) => c.link),
  )
  return list.rows.map((row) => (
    <Table.Tr key={rowKey(row)} className={classes.row}>
      {columns.map((column, index) => (
        <Table.Td key={column.key} className={cellClass(column)}>
          {index === linked && rowLink ? (
            <StretchedLink link={rowLink(row)}>{column.cell(row)}</StretchedLink>
          ) : column.interactive ? (
            <div className={classes.above}>{column.cell(row)}</div>
          ) : (
            column.cell(row)
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  ))
}

export function StretchedLink({ link, children }: { link: RowLink; children: ReactNode }) {
  return (
    <Link to={link.to} params={link.params as never} className={classes.link} data-row-link>
      {children}
    </Link>
  )
}
