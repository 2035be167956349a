import { Badge, Group, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { CursorList } from '../api/lists.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { RowButton } from '../ui/table/RowButton.tsx'
import { EventDetail } from './EventDetail.tsx'
import type { LogEvent } from './log-event.ts'
import { actionText, objectText } from './words.ts'

interface Props {
  label: string
  list: CursorList<LogEvent>
  /** In a log of many things; a thing's own history doesn't repeat what it is about. */
  withObject: boolean
  /** What an event did, in words, a line each. */
  words?: (event: LogEvent) => string[]
}

/** Events of the log, newest first; each opens to all that it holds. */
export function EventTable({ label, list, withObject, words }: Props) {
  const [open, setOpen] = useState<LogEvent>()
  const columns: Column<LogEvent>[] = [
    {
      key: 'what',
      header: 'What',
      phone: 'title',
      cell: (e) => (
        <>
          <Group gap="4px 8px">
            <RowButton onClick={() => setOpen(e)}>{actionText(e.action)}</RowButton>
            <EventBadges event={e} />
          </Group>
          {words?.(e).map((line) => (
            <Text key={line} size="sm" c="dimmed">
              {line}
            </Text>
          ))}
        </>
      ),
    },
    ...(withObject
      ? [
          {
            key: 'object',
            header: 'On',
            phone: 'line' as const,
            cell: (e: LogEvent) =>
              e.objectCount > 1 ? `${e.objectCount.toLocaleString()} records` : objectText(e.object),
          },
        ]
      : []),
    { key: 'who', header: 'Who', phone: 'line', cell: (e) => e.actor.name },
    {
      key: 'classes',
      header: 'Classes',
      phone: 'hide',
      cell: (e) => (
        <Text size="xs" c="dimmed" maw={240}>
          {e.classes.join(', ')}
        </Text>
      ),
    },
    { key: 'when', header: 'When', phone: 'aside', cell: (e) => e.time && <TimeAgo at={e.time} /> },
  ]
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        list={list}
        rowKey={(e) => e.id}
        empty={
          <EmptyState icon={IconHistory} title="No events">
            Every read and every change stands in the log; none fits what you ask for.
          </EmptyState>
        }
      />
      {open && <EventDetail event={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const EventBadges = ({ event: e }: { event: LogEvent }) => (
  <>
    {e.outcome === 'refused' && <Badge color="amber">refused</Badge>}
    {e.outcome === 'failed' && <Badge color="red">failed</Badge>}
    {e.changed && <Badge color="blue">change</Badge>}
    {e.tampered && <Badge color="red">not as in the log</Badge>}
  </>
)
