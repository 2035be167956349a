import { Alert, Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok, PASSIVE } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import type { Item } from '../api/types.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Section } from '../ui/Section.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import type { Import } from './api.ts'

type Issue = Item<'/api/v1/imports/{id}/errors'>

/** How far an import is, and what came of it. */
export function Running({ id }: { id: string }) {
  const one = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, headers: PASSIVE, signal })),
    refetchInterval: (q) => (q.state.data && q.state.data.status !== 'running' ? false : 800),
  })
  const cancel = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } }, body: {} })),
    meta: { touches: ['imports'] },
  })
  const i = one.data
  if (!i) return one.error ? <ErrorAlert error={one.error} /> : <PageSkeleton />
  const share = i.bytesTotal ? Math.min(100, (i.bytesDone / i.bytesTotal) * 100) : 100
  return (
    <Stack>
      <Text fw={560}>{i.name}</Text>
      {i.status === 'running' && (
        <>
          <Progress value={share} animated aria-label="Import" />
          <Group justify="space-between">
            <Text aria-live="polite">{i.rowsRead.toLocaleString()} rows read</Text>
            <Button
              variant="default"
              color="red"
              size="xs"
              loading={cancel.isPending}
              onClick={() => cancel.mutate()}
            >
              Stop
            </Button>
          </Group>
        </>
      )}
      {i.status === 'done' && (
        <Alert color="green" icon={<IconCircleCheck />} title="The import is done">
          <Link to="/clients">See the clients</Link>
        </Alert>
      )}
      {(i.status === 'failed' || i.status === 'cancelled') && (
        <Alert
          color="red"
          icon={<IconAlertTriangle />}
          title={i.status === 'failed' ? 'The import stopped' : 'The import was stopped'}
        >
          {i.error?.message}
        </Alert>
      )}
      <Figures i={i} />
      {i.failed > 0 && <Errors id={id} />}
    </Stack>
  )
}

function Figures({ i }: { i: Import }) {
  const figures: [string, number][] = [
    ['New clients', i.created],
    ['Updated', i.updated],
    ['Already there', i.unchanged],
    ['Not right', i.failed],
    ['Contacts', i.contacts],
    ['Kept resources', i.others],
  ]
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 6 }}>
      {figures.map(([label, n]) => (
        <div key={label}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text fz={24} fw={640}>
            {n.toLocaleString()}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}

function Errors({ id }: { id: string }) {
  const list = useCursorList<Issue>(['imports', 'errors', id], (cursor, signal) =>
    ok(
      api.GET('/api/v1/imports/{id}/errors', {
        params: { path: { id }, query: { ...(cursor && { cursor }), limit: 100 } as never },
        signal,
      }),
    ),
  )
  return (
    <Section
      title="What was not right"
      description="By row and reason; the values themselves are never repeated."
    >
      <DataTable
        label="Errors"
        columns={[
          {
            key: 'row',
            header: 'Row',
            phone: 'title',
            cell: (e) => (e.row === null ? (e.file ?? '') : `Row ${e.row}`),
          },
          { key: 'field', header: 'Field', phone: 'line', cell: (e) => e.field ?? '' },
          { key: 'reason', header: 'Reason', phone: 'line', cell: (e) => e.reason },
          { key: 'severity', header: '', phone: 'aside', cell: (e) => e.severity },
        ]}
        list={list}
        rowKey={(e) => `${e.file}${e.row}${e.field}${e.reason}`}
        empty={<EmptyState icon={IconCircleCheck} title="Nothing" />}
      />
    </Section>
  )
}
