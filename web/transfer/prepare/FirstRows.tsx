import { Table, Text } from '@mantine/core'
import { Section } from '../../ui/Section.tsx'
import type { Import, Preview } from '../api.ts'
import { fieldText } from '../words.ts'
import classes from './Prepare.module.css'

/** The first rows as they stand in the file, each with what is not right in it. */
export function FirstRows({ preview, kind }: { preview: Preview; kind: Import['kind'] }) {
  const { rows, columns } = preview
  if (rows.length === 0) return null
  return (
    <Section title={kind === 'csv' ? 'The first rows' : 'The first clients'}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keys */}
      <section className={classes.rows} tabIndex={0} aria-label="The first rows of the file">
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{kind === 'csv' ? 'Row' : 'Place'}</Table.Th>
              <Table.Th scope="col">Result</Table.Th>
              {columns.map((c) => (
                <Table.Th key={c.index} scope="col">
                  {c.name || `Column ${c.index + 1}`}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((r) => (
              <Table.Tr key={r.row} className={r.errors.length > 0 ? classes.bad : undefined}>
                <Table.Td>{r.row.toLocaleString()}</Table.Td>
                <Table.Td>
                  <Remarks row={r} />
                </Table.Td>
                {columns.map((c, at) => (
                  <Table.Td key={c.index}>
                    <span className={classes.cell}>{r.cells[at]}</span>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Section>
  )
}

function Remarks({ row }: { row: Preview['rows'][number] }) {
  const list = [
    ...row.errors.map((e) => ({ ...e, color: 'var(--mantine-color-error)' })),
    ...row.warnings.map((w) => ({ ...w, color: 'var(--mantine-color-amber-text)' })),
  ]
  if (list.length === 0) return 'Goes in'
  return list.map(({ field, reason, color }) => (
    <Text key={`${field} ${reason}`} size="xs" c={color} className={classes.remarks}>
      {field && `${fieldText(field)}: `}
      {reason}
    </Text>
  ))
}
