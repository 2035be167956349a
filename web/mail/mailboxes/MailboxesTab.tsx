import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconMailbox, IconPencil, IconPlugConnected, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { nameIn, queuesQuery } from '../../desk/settings/queries.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { type Mailbox, mailboxesQuery } from '../queries.ts'
import { TestResult } from '../TestResult.tsx'
import { codeText } from '../words.ts'
import { MailboxModal } from './MailboxModal.tsx'

/** The addresses by which tickets come in, and whether they can be read. */
export function MailboxesTab() {
  const mailboxes = useQuery(mailboxesQuery)
  const queues = useQuery(queuesQuery).data?.items
  const [editing, setEditing] = useState<Mailbox | 'new'>()
  const [removing, setRemoving] = useState<Mailbox>()
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/mail/mailboxes/{id}', { params: { path: { id } } })),
    meta: { touches: ['mail'] },
  })
  const test = useMutation({
    mutationFn: (m: Mailbox) =>
      ok(api.POST('/api/v1/mail/mailboxes/{id}/test', { params: { path: { id: m.id } }, body: {} })),
    meta: { touches: ['mail'] },
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New mailbox
    </Button>
  )
  const columns: Column<Mailbox>[] = [
    {
      key: 'address',
      header: 'Address',
      phone: 'title',
      cell: (m) => (
        <>
          <Text fw={560}>{m.address}</Text>
          <Text size="sm" c="dimmed">
            {m.kind === 'imap' ? `Read from ${m.host}, ${m.folder}` : 'Mail is handed over'}
          </Text>
        </>
      ),
    },
    { key: 'queue', header: 'Queue', cell: (m) => nameIn(queues, m.queueId) },
    { key: 'state', header: 'State', phone: 'line', width: '34%', cell: (m) => <State mailbox={m} /> },
    {
      key: 'actions',
      header: 'Actions',
      quietHeader: true,
      align: 'right',
      phone: 'aside',
      interactive: true,
      cell: (m) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {m.kind === 'imap' && (
            <Tooltip label="Test: sign in and open the folder">
              <ActionIcon
                aria-label={`Test ${m.address}`}
                loading={test.isPending && test.variables?.id === m.id}
                onClick={() => test.mutate(m)}
              >
                <IconPlugConnected size={17} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Edit">
            <ActionIcon aria-label={`Edit ${m.address}`} onClick={() => setEditing(m)}>
              <IconPencil size={17} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Remove">
            <ActionIcon aria-label={`Remove ${m.address}`} onClick={() => setRemoving(m)}>
              <IconTrash size={17} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ),
    },
  ]
  return (
    <Section title="Mailboxes" description="The addresses by which tickets come in." actions={add}>
      <TestResult
        test={test}
        good={`Signed in to ${test.variables?.address ?? ''} and opened its folder.`}
        bad={`${test.variables?.address ?? ''} can’t be read`}
      />
      <DataTable
        label="Mailboxes"
        columns={columns}
        list={plainList(mailboxes)}
        rowKey={(m) => m.id}
        empty={
          <EmptyState icon={IconMailbox} title="No mailboxes yet" action={add}>
            Mail to its address opens tickets, and answers find theirs.
          </EmptyState>
        }
      />
      {editing && (
        <MailboxModal
          mailbox={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Remove ${removing?.address ?? ''}?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!.id)}
      >
        Mail to it opens no tickets any more. Its tickets stay.
      </ConfirmModal>
    </Section>
  )
}

function State({ mailbox: m }: { mailbox: Mailbox }) {
  if (!m.enabled) return <StatusDot color="gray">Out of use</StatusDot>
  if (m.kind === 'smtp') return <StatusDot color="green">Takes mail</StatusDot>
  if (m.state === 'new') return <StatusDot color="blue">Not read yet</StatusDot>
  if (m.state === 'connected')
    return (
      <>
        <StatusDot color="green">Read</StatusDot>{' '}
        <Text span size="sm" c="dimmed">
          <TimeAgo at={m.stateAt} />
        </Text>
      </>
    )
  return (
    <>
      <StatusDot color="red">Can’t be read</StatusDot>
      <Text size="sm" c="dimmed">
        {m.errorCode ? codeText(m.errorCode) : 'an error that has no name'}, <TimeAgo at={m.stateAt} />
      </Text>
    </>
  )
}
