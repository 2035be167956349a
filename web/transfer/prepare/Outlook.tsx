import { Badge, Group, List, Text } from '@mantine/core'
import { Section } from '../../ui/Section.tsx'
import type { Import, Preview } from '../api.ts'
import { counted, fieldText } from '../words.ts'

interface Props {
  preview: Preview
  kind: Import['kind']
  /** A new answer is on its way. */
  updating: boolean
}

/** What the import would do, as far as the file was looked at. */
export function Outlook({ preview: { counts, errorSample }, kind, updating }: Props) {
  const types = Object.entries(counts.types ?? {}).sort(([, a], [, b]) => b - a)
  const one = kind === 'csv' ? 'row' : 'resource'
  const good = counts.rows - counts.errors
  return (
    <Section
      title="What would happen"
      description={
        counts.complete
          ? 'The whole file was looked at.'
          : `The first ${counted(counts.rows, one)} were looked at.`
      }
    >
      <Group gap="xs" role="status" aria-busy={updating}>
        <Badge color="green" size="lg">
          {counted(good, one)} would go in
        </Badge>
        {counts.warnings > 0 && (
          <Badge color="amber" size="lg">
            {counts.warnings.toLocaleString()} of them with a remark
          </Badge>
        )}
        <Badge color={counts.errors > 0 ? 'red' : 'gray'} size="lg">
          {counted(counts.errors, one)} not right
        </Badge>
      </Group>
      {types.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {types.map(([type, n]) => `${type} ${n.toLocaleString()}`).join(' · ')}
        </Text>
      )}
      {errorSample.length > 0 && (
        <List size="sm" mt="sm" spacing={4}>
          {errorSample.slice(0, 20).map((e, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same error twice
            <List.Item key={at}>
              <b>
                {one === 'row' ? 'Row' : 'Resource'} {e.row.toLocaleString()}
              </b>
              {e.field && `, ${fieldText(e.field)}`}: {e.reason}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}
