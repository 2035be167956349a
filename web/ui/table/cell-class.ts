import type { Column } from './columns.ts'
import classes from './DataTable.module.css'

/** How a column's cells stand, and whether they are there at all on a tablet. */
export const cellClass = <T>({ align, phone }: Column<T>): string =>
  [align === 'right' && classes.right, phone === 'hide' && classes.wide].filter(Boolean).join(' ')
