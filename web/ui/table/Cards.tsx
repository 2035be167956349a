import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Column } from './columns.ts'
import classes from './DataTable.module.css'
import type { DataTableProps } from './props.ts'
import { StretchedLink } from './Rows.tsx'

/** The list on a phone. */
export function Cards<T>({ label, list, columns, rowKey, rowLink }: DataTableProps<T>) {
  const at = (place: Column<T>['phone']) => columns.filter((c) => (c.phone ?? 'label') === place)
  const title = columns.find((c) => c.phone === 'title') ?? columns[0]!
  const lines = [...at('line'), ...at('label')].filter((c) => c !== title)
  if (list.loading) return <CardSkeletons />
  return (
    <ul className={classes.cards} aria-label={label}>
      {list.rows.map((row) => (
        <li key={rowKey(row)} className={classes.card}>
          <div className={classes.top}>
            <div className={classes.title}>
              {rowLink ? (
                <StretchedLink link={rowLink(row)}>{title.cell(row)}</StretchedLink>
              ) : (
                title.cell(row)
              )}
            </div>
            {at('aside').map((c) => (
              <div key={c.key} className={c.interactive ? classes.above : undefined}>
                {c.cell(row)}
              </div>
            ))}
          </div>
          <div className={classes.lines}>
            {lines.map((c) => {
              const cell = c.cell(row)
              if (isEmpty(cell)) return null
              return (
                <div key={c.key} className={`${classes.line} ${c.interactive ? classes.above : ''}`}>
                  {c.phone !== 'line' && <span className={classes.label}>{c.header}</span>}
                  <span>{cell}</span>
                </div>
              )
            })}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A line that has nothing to say takes no room. */
const isEmpty = (cell: ReactNode) => cell === undefined || cell === null || cell === '' || cell === false

function CardSkeletons() {
  return [0, 1, 2, 3, 4].map((i) => (
    <div key={i} className={classes.card}>
      <Skeleton h={16} w="55%" />
      <Skeleton h={12} w="80%" mt={10} />
    </div>
  ))
}
