import { Skeleton, Table } from '@mantine/core'

const WIDTHS = ['70%', '45%', '60%', '50%', '35%', '55%']

export function SkeletonRows({ columns, rows = 6 }: { columns: number; rows?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <Table.Tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Table.Td key={column}>
          <Skeleton h={14} my={5} w={WIDTHS[(row + column) % WIDTHS.length]} />
        </Table.Td>
      ))}
    </Table.Tr>
  ))
}
