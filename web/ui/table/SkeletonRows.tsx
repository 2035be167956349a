import { Skeleton, Table } from '@mantine/core'
import { cellClass } from './cell-class.ts'
import type { Column } from './columns.ts'

const WIDTHS = ['70%', '45%', '60%', '50%', '35%', '55%']

export function SkeletonRows<T>({ columns, rows = 6 }: { columns: Column<T>[]; rows?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <Table.Tr key={row}>
      {columns.map((c, column) => (
        <Table.Td key={c.key} className={cellClass(c)}>
          <Skeleton h={14} my={5} w={WIDTHS[(row + column) % WIDTHS.length]} />
        </Table.Td>
      ))}
    </Table.Tr>
  ))
}
