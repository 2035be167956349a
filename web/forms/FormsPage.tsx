import { Button, Text } from '@mantine/core'
import { IconForms, IconPlus } from '@tabler/icons-react'
import { linkOptions } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { useMay } from '../session/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { NewFormModal } from './NewFormModal.tsx'
import type { FormLine } from './queries.ts'
import { FormState } from './states.tsx'

const COLUMNS: Column<FormLine>[] = [
  {
    key: 'title',
    header: 'Form',
    phone: 'title',
    cell: (f) => (
      <Text fw={560} style={{ overflowWrap: 'anywhere' }}>
        {f.title.en}
      </Text>
    ),
  },
  { key: 'state', header: 'State', phone: 'aside', cell: (f) => <FormState state={f.state} /> },
  {
    key: 'version',
    header: 'Version',
    cell: (f) => (f.published ? `${f.published}${f.changed ? ', changed since' : ''}` : 'none yet'),
  },
  { key: 'questions', header: 'Questions', align: 'right', cell: (f) => String(f.questions) },
  {
    key: 'for',
    header: 'For',
    cell: (f) => (f.everywhere ? 'All facilities' : `${f.facilityIds.length} facilities`),
  },
  {
    key: 'portal',
    header: 'In the portal',
    cell: (f) => (f.atWill ? 'For everybody to fill in' : 'When it is sent'),
  },
  { key: 'changed', header: 'Changed', cell: (f) => <TimeAgo at={f.updatedAt} /> },
]

/** The forms of the organization. */
export function FormsPage() {
  const may = useMay()
  const [making, setMaking] = useState(false)
  const list = useCursorList<FormLine>(['forms', 'all'], (cursor, signal) =>
    ok(api.GET('/api/v1/forms', { params: { query: { cursor } }, signal })),
  )
  const add = may('forms:manage') && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setMaking(true)}>
      New form
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Forms"
        description="What clients are asked. Answers are sealed by field class and land in the client’s record."
        actions={add}
      />
      <DataTable
        label="Forms"
        columns={COLUMNS}
        list={list}
        rowKey={(f) => f.id}
        rowLink={(f) => linkOptions({ to: '/forms/$formId', params: { formId: f.id } })}
        empty={
          <EmptyState icon={IconForms} title="No forms yet" action={add}>
            An intake, a consent, a change of address: build it once, and clients fill it in on their phones.
          </EmptyState>
        }
      />
      {making && <NewFormModal onClose={() => setMaking(false)} />}
    </>
  )
}
