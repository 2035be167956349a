import { Alert, Anchor, Button, Text } from '@mantine/core'
import { IconMailPause } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { numberText } from '../../desk/words.ts'
import { useMay } from '../../session/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { type Held, heldQuery } from '../queries.ts'
import { reasonsText } from '../words.ts'
import { DecideModal } from './DecideModal.tsx'

/** What the gate holds back, and the decision about each. */
export function HeldPage() {
  const sees = useMay()('tickets:read')
  const held = useQuery(heldQuery)
  const [deciding, setDeciding] = useState<Held>()
  const columns: Column<Held>[] = [
    {
      key: 'to',
      header: 'To',
      phone: 'title',
      cell: (h) => (
        <>
          <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
            {h.to}
          </Text>
          <Text size="sm" c="dimmed">
            {h.authorName ? `written by ${h.authorName}` : 'written by the desk'}
          </Text>
        </>
      ),
    },
    {
      key: 'ticket',
      header: 'Ticket',
      interactive: true,
      cell: (h) =>
        sees ? (
          <Anchor component={Link} to="/tickets/$ticketId" params={{ ticketId: h.ticketId } as never}>
            {numberText(h.ticketNumber)}
          </Anchor>
        ) : (
          numberText(h.ticketNumber)
        ),
    },
    { key: 'why', header: 'Why', phone: 'line', width: '32%', cell: (h) => reasonsText(h.reasons) },
    { key: 'since', header: 'Since', cell: (h) => <TimeAgo at={h.createdAt} /> },
    {
      key: 'decide',
      header: 'Decide',
      quietHeader: true,
      align: 'right',
      phone: 'aside',
      interactive: true,
      cell: (h) => (
        <Button
          size="xs"
          variant="default"
          aria-label={`Decide about mail to ${h.to} of ticket ${h.ticketNumber}`}
          onClick={() => setDeciding(h)}
        >
          Decide
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Held mail"
        description="Replies that may hold health information and wait for a decision. Read them on their tickets."
      />
      {held.data?.more && (
        <Alert color="gray" mb="sm" py="xs">
          These are the oldest 200. More follow as you decide.
        </Alert>
      )}
      <DataTable
        label="Held mail"
        columns={columns}
        list={plainList(held)}
        rowKey={(h) => h.id}
        empty={
          <EmptyState icon={IconMailPause} title="Nothing is held">
            Mail stands here when the gate’s policy is to hold it until somebody decides.
          </EmptyState>
        }
      />
      {deciding && <DecideModal held={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  )
}
