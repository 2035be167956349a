import { Group, Text } from '@mantine/core'
import { linkOptions } from '@tanstack/react-router'
import { sizeText } from '../../transfer/words.ts'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import type { Document } from '../queries.ts'
import { fileNotice, iconOf, stateOf } from '../words.ts'

export const documentLink = (d: Document) =>
  linkOptions({ to: '/documents/$documentId', params: { documentId: d.id } })

/** How a document stands in a list. */
export const DOCUMENT_COLUMNS: Column<Document>[] = [
  { key: 'name', header: 'Name', phone: 'title', cell: (d) => <Name document={d} /> },
  {
    key: 'state',
    header: 'State',
    phone: 'line',
    width: 190,
    cell: (d) => <StatusDot color={stateOf(d).color}>{stateOf(d).label}</StatusDot>,
  },
  {
    key: 'updated',
    header: 'Changed',
    phone: 'line',
    width: 230,
    cell: (d) => (
      <Text size="sm" c="dimmed" component="span">
        <TimeAgo at={d.updatedAt} />
        {d.updatedByName && ` by ${d.updatedByName}`}
      </Text>
    ),
  },
  {
    key: 'size',
    header: 'Size',
    align: 'right',
    phone: 'hide',
    width: 100,
    cell: (d) => (d.content ? sizeText(d.content.size) : ''),
  },
]

function Name({ document: d }: { document: Document }) {
  const Icon = iconOf(d.content?.contentType)
  const notice = d.content
    ? fileNotice({ fileState: d.content.state, downloadable: d.content.downloadable, why: null })
    : 'Not all of it has arrived'
  return (
    <Group gap={10} wrap="nowrap" align="flex-start">
      <Icon size={20} stroke={1.5} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
      <div style={{ minWidth: 0 }}>
        <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
          {d.name}
        </Text>
        {(notice || d.checkedOut || d.tags.length > 0) && (
          <Text size="xs" c="dimmed">
            {[notice, d.checkedOut && `Checked out by ${d.checkedOut.name}`, ...d.tags.map((t) => `#${t}`)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </div>
    </Group>
  )
}
