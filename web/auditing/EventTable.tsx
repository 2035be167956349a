import { Badge, Code, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { CursorList } from '../api/lists.ts'
import type { Item } from '../api/types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { exactTime } from '../ui/time.ts'

export type LogEvent = Item<'/api/v1/audit/events'>

/** `client.change` as `Client: change`. */
const words = (action: string) => {
  const [thing = '', verb = ''] = action.split('.')
  const text = `${thing}: ${verb}`.replaceAll('-', ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Events of the log, newest first; each opens to all that it holds. */
export function EventTable({
  label,
  list,
  withObject,
}: {
  label: string
  list: CursorList<LogEvent>
  withObject: boolean
}) {
  const [open, setOpen] = useState<LogEvent>()
  const columns: Column<LogEvent>[] = [
    {
      key: 'what',
      header: 'What',
      phone: 'title',
      interactive: true,
      cell: (e) => (
        <Group gap={8}>
          <button
            type="button"
            onClick={() => setOpen(e)}
            style={{
              all: 'unset',
              cursor: 'pointer',
              fontWeight: 560,
              textDecoration: 'underline',
              textUnderlineOffset: 3,
            }}
          >
            {words(e.action)}
          </button>
          {e.outcome !== 'done' && <Badge color="red">{e.outcome}</Badge>}
          {e.changed && <Badge color="blue">change</Badge>}
          {e.tampered && <Badge color="red">not as in the log</Badge>}
        </Group>
      ),
    },
    { key: 'who', header: 'Who', phone: 'line', cell: (e) => e.actor.name },
    ...(withObject
      ? [
          {
            key: 'object',
            header: 'On',
            cell: (e: LogEvent) =>
              e.object ? (e.object.label ?? e.object.id?.slice(0, 8) ?? e.object.type) : '',
          },
        ]
      : []),
    {
      key: 'classes',
      header: 'Classes',
      phone: 'hide',
      cell: (e) => <Text size="sm">{e.classes.join(', ')}</Text>,
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
            Every read and every change stands in the log; nothing fits to what you ask for.
          </EmptyState>
        }
      />
      {open && <Detail event={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Detail({ event: e, onClose }: { event: LogEvent; onClose: () => void }) {
  const rows: [string, string | number | null | undefined][] = [
    ['Time', e.time && exactTime(e.time)],
    ['Who', e.actor.name],
    ['Outcome', e.outcome],
    ['On', e.object && `${e.object.type} ${e.object.label ?? e.object.id ?? ''}`],
    ['Also touched', e.objectCount > 1 ? e.objectCount : undefined],
    ['Classes', e.classes.join(', ')],
    ['Purpose', e.purpose],
    ['Reason', e.reason ?? (e.textHidden ? 'hidden by your roles' : undefined)],
    ['From', e.ip],
    ['Screen', e.screen],
    ['Session', e.sessionId],
    [
      'Facts',
      Object.entries(e.facts)
        .map(([k, v]) => `${k}: ${v}`)
        .join(', '),
    ],
    ['Place in the log', e.leafIndex ?? 'within two seconds'],
    ['Event', e.id],
  ]
  return (
    <Modal opened onClose={onClose} title={words(e.action)} size="lg">
      <Stack>
        <Table>
          <Table.Tbody>
            {rows
              .filter(([, v]) => v !== undefined && v !== null && v !== '')
              .map(([k, v]) => (
                <Table.Tr key={k}>
                  <Table.Th scope="row" w={140}>
                    {k}
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{v}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
        {e.changes?.map((c) => (
          <div key={c.field}>
            <Text fw={560} size="sm">
              {c.field}
            </Text>
            {(c.from !== undefined || c.to !== undefined) && (
              <Code block>
                {JSON.stringify(c.from ?? null)} → {JSON.stringify(c.to ?? null)}
              </Code>
            )}
          </div>
        ))}
      </Stack>
    </Modal>
  )
}
