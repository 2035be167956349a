import { Button, Group } from '@mantine/core'
import { IconHistory, IconPlugConnected } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Section } from '../ui/Section.tsx'
import { StatusDot } from '../ui/StatusDot.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { partList } from './part-list.ts'
import { type Device, type History, historyQuery, TOUCHES } from './queries.ts'
import { runText, sessionText } from './words.ts'

type Session = History['sessions'][number]
type Run = History['runs'][number]

const STATES = { running: ['blue', 'Running'], done: ['green', 'Done'], failed: ['red', 'Failed'] } as const

const runColumns: Column<Run>[] = [
  { key: 'what', header: 'What', phone: 'title', cell: runText },
  { key: 'when', header: 'When', phone: 'line', cell: (r) => <TimeAgo at={r.startedAt} /> },
  {
    key: 'state',
    header: 'State',
    phone: 'aside',
    cell: (r) => <StatusDot color={STATES[r.state][0]}>{STATES[r.state][1]}</StatusDot>,
  },
]
const sessionColumns: Column<Session>[] = [
  { key: 'what', header: 'What', phone: 'title', cell: sessionText },
  { key: 'when', header: 'When', phone: 'line', cell: (s) => <TimeAgo at={s.startedAt} /> },
  {
    key: 'access',
    header: 'Signed in',
    cell: (s) => (s.access === 'append' ? 'as the device' : 'for a restore'),
  },
]

/** What Wellkeep did with the copies, and when the device was here. */
export function ActivityTab({ device: d }: { device: Device }) {
  const may = useMay()
  const history = useQuery(historyQuery(d.id))
  const [giving, setGiving] = useState(false)
  const params = { path: { id: d.id } }
  const start = useMutation({
    mutationFn: (kind: 'retention' | 'drill') =>
      kind === 'drill'
        ? ok(api.POST('/api/v1/devices/{id}/drill', { params, body: {} }))
        : ok(api.POST('/api/v1/devices/{id}/retention', { params, body: {} })),
    meta: TOUCHES,
    onSuccess: () => toast('It runs in the background; what comes of it shows here'),
    onError: (error) => toastError(error),
  })
  const give = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/devices/{id}/give-back', { params, body: {} })),
    meta: TOUCHES,
    onSuccess: ({ files }) => toast(files === 0 ? 'There was nothing to give back' : 'The copies are back'),
  })
  const acts = may('devices:manage') && d.managed && d.state === 'active'
  return (
    <>
      {d.managed && (
        <Section
          title="Wellkeep’s own work"
          description={
            history.data?.resticHere === false
              ? 'restic is not installed on the server: nothing of this can run.'
              : 'Every week a file is restored on trial; every night old copies are let go, where there is a rule. What was let go can be given back for 7 days.'
          }
        >
          {acts && (
            <Group gap="xs" mb="sm">
              {(history.data?.heldFiles ?? 0) > 0 && (
                <Button variant="default" onClick={() => setGiving(true)}>
                  Give back
                </Button>
              )}
              {d.retention && (
                <Button variant="default" loading={start.isPending} onClick={() => start.mutate('retention')}>
                  Let old copies go now
                </Button>
              )}
              <Button variant="default" loading={start.isPending} onClick={() => start.mutate('drill')}>
                Try a restore now
              </Button>
            </Group>
          )}
          <DataTable
            label="Wellkeep’s own work"
            columns={runColumns}
            list={partList(history, (h) => h.runs)}
            rowKey={(r) => r.id}
            empty={<EmptyState icon={IconHistory} title="Nothing has run yet" />}
          />
        </Section>
      )}
      <Section title="Sessions" description="When the device was here, and what it did.">
        <DataTable
          label="Sessions"
          columns={sessionColumns}
          list={partList(history, (h) => h.sessions)}
          rowKey={(s) => s.id}
          empty={<EmptyState icon={IconPlugConnected} title="It has not been here yet" />}
        />
      </Section>
      <ConfirmModal
        opened={giving}
        onClose={() => setGiving(false)}
        title="Give back what was let go?"
        confirmLabel="Give back"
        onConfirm={() => give.mutateAsync()}
      >
        The copies that were let go within the last 7 days are there again, and take their room again.
      </ConfirmModal>
    </>
  )
}
