import { Group, SegmentedControl, Text } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useCursorList } from '../../api/lists.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { ResponseLine } from '../queries.ts'
import { ResponseState } from '../states.tsx'

const STATES = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Not handed in' },
  { value: 'submitted', label: 'Handed in' },
]
type State = 'all' | 'open' | 'submitted'

const bold = (text: string) => (
  <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
    {text}
  </Text>
)
const FORM: Column<ResponseLine> = {
  key: 'form',
  header: 'Form',
  phone: 'title',
  cell: (r) => bold(r.title.en),
}
const CLIENT: Column<ResponseLine> = {
  key: 'client',
  header: 'Client',
  phone: 'title',
  cell: (r) => bold(r.client.name),
}
const REST: Column<ResponseLine>[] = [
  { key: 'state', header: 'State', phone: 'aside', cell: (r) => <ResponseState state={r.state} /> },
  { key: 'n', header: 'Version', cell: (r) => String(r.n) },
  { key: 'by', header: 'Filled in by', cell: (r) => (r.byStaff ? 'Staff' : 'The client') },
  { key: 'due', header: 'Due', cell: (r) => r.dueOn },
  { key: 'at', header: 'Last change', cell: (r) => <TimeAgo at={r.updatedAt} /> },
]

interface Props {
  /** Of a form, or of a client. */
  filter: { formId: string } | { clientId: string }
  empty: string
  action?: ReactNode
}

/** What clients were asked and have answered. */
export function ResponseTable({ filter, empty, action }: Props) {
  const [state, setState] = useState<State>('all')
  const list = useCursorList<ResponseLine>(['forms', 'responses', filter, state], (cursor, signal) =>
    'formId' in filter
      ? ok(api.GET('/api/v1/form-responses', { params: { query: { ...filter, state, cursor } }, signal }))
      : ok(
          api.GET('/api/v1/clients/{id}/forms', {
            params: { path: { id: filter.clientId }, query: { state, cursor } },
            signal,
          }),
        ),
  )
  return (
    <>
      <Group mb="md">
        <SegmentedControl
          aria-label="Which"
          data={STATES}
          value={state}
          onChange={(next) => setState(next as State)}
        />
      </Group>
      <DataTable
        label="Forms of clients"
        columns={['formId' in filter ? CLIENT : FORM, ...REST]}
        list={list}
        rowKey={(r) => r.id}
        rowLink={(r) => linkOptions({ to: '/forms/answers/$responseId', params: { responseId: r.id } })}
        empty={
          <EmptyState icon={IconForms} title="Nothing here" action={action}>
            {empty}
          </EmptyState>
        }
      />
    </>
  )
}
