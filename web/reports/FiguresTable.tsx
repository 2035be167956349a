import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props<T> {
  label: string
  rows: T[]
  columns: { header: string; cell: (row: T) => ReactNode; number?: boolean }[]
  rowKey: (row: T) => string
}

/** The figures behind a plot. */
export function FiguresTable<T>({ label, rows, columns, rowKey }: Props<T>) {
  return (
    <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((c) => (
              <Table.Th key={c.header} scope="col" ta={c.number ? 'right' : undefined}>
                {c.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((c) => (
                <Table.Td
                  key={c.header}
                  ta={c.number ? 'right' : undefined}
                  style={c.number ? { whiteSpace: 'nowrap' } : undefined}
                >
                  {c.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
