import { Alert, Button, Checkbox, Group, Select, SimpleGrid, Table, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { choicesQuery } from '../clients/queries.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { Section } from '../ui/Section.tsx'
import type { Import, Preview } from './api.ts'

const ORDERS = [
  { value: 'mdy', label: 'Month/day/year (US)' },
  { value: 'dmy', label: 'Day/month/year' },
]

/** Says what each column is, shows how the first rows would go in, and starts. */
export function Mapping({ file, onStarted }: { file: Import; onStarted: (next: Partial<Import>) => void }) {
  const choices = useQuery(choicesQuery)
  const [mapping, setMapping] = useState<(string | null)[]>()
  const [groupId, setGroupId] = useState<string | null>(null)
  const [facilityId, setFacilityId] = useState<string | null>(null)
  const [dateOrder, setDateOrder] = useState<string | null>('mdy')
  const [atomic, setAtomic] = useState(false)
  const options = {
    ...(mapping && { mapping }),
    ...(groupId && { groupId }),
    ...(facilityId && { facilityId }),
    dateOrder: dateOrder as 'mdy',
    atomic,
  }
  const preview = useQuery({
    queryKey: ['imports', 'preview', file.id, JSON.stringify(options)],
    queryFn: ({ signal }) =>
      ok(
        api.POST('/api/v1/imports/{id}/preview', {
          params: { path: { id: file.id } },
          body: options,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const start = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/imports/{id}/start', {
          params: { path: { id: file.id } },
          body: { ...options, mapping: mapping ?? preview.data?.columns.map((c) => c.suggestion) } as never,
        }),
      ),
    meta: { touches: ['imports', 'clients'] },
    onSuccess: () => onStarted({ status: 'running' }),
  })
  const p = preview.data
  if (!p)
    return preview.error ? (
      <ErrorAlert error={preview.error} onRetry={() => void preview.refetch()} />
    ) : (
      <PageSkeleton />
    )
  const fields = Object.entries(Object.groupBy(p.fields, (f) => f.class)).map(([group, items]) => ({
    group,
    items: (items ?? []).map((f) => ({ value: f.name, label: f.label })),
  }))
  const current = mapping ?? p.columns.map((c) => c.suggestion)
  return (
    <>
      <Section title="Where the clients go">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          <Select
            label="Client group"
            required
            data={choices.data?.groups ?? []}
            value={groupId}
            onChange={setGroupId}
          />
          <Select
            label="Facility (optional)"
            clearable
            data={choices.data?.facilities ?? []}
            value={facilityId}
            onChange={setFacilityId}
          />
          {file.kind === 'csv' && (
            <Select
              label="Dates are written"
              data={ORDERS}
              allowDeselect={false}
              value={dateOrder}
              onChange={setDateOrder}
            />
          )}
        </SimpleGrid>
        <Checkbox
          mt="md"
          label="All or nothing: one row that is not right keeps every row out"
          checked={atomic}
          onChange={(e) => setAtomic(e.currentTarget.checked)}
        />
      </Section>
      {p.problems.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle />} mt="md">
          {p.problems.map((x) => (
            <div key={x}>{x}</div>
          ))}
        </Alert>
      )}
      {p.columns.length > 0 && (
        <Section
          title="What the columns are"
          description="Guessed from the names; correct what is wrong. Columns without a field are left out."
        >
          <div style={{ overflowX: 'auto' }}>
            <Table miw={520}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Column</Table.Th>
                  <Table.Th scope="col">Such as</Table.Th>
                  <Table.Th scope="col">Field</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {p.columns.map((c, at) => (
                  <Table.Tr key={c.index}>
                    <Table.Th scope="row">{c.name || `Column ${c.index + 1}`}</Table.Th>
                    <Table.Td>
                      <Text size="sm" c="dimmed" lineClamp={1} maw={260}>
                        {c.samples.join(', ')}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Select
                        aria-label={`Field of ${c.name}`}
                        placeholder="Leave out"
                        clearable
                        searchable
                        data={fields}
                        value={current[at] ?? null}
                        onChange={(value) => setMapping(current.map((m, i) => (i === at ? value : m)))}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </Section>
      )}
      <Counts preview={p} />
      <ErrorAlert error={start.error ?? preview.error} />
      <Group justify="flex-end" mt="lg">
        {!groupId && <Text c="dimmed">Choose a client group first.</Text>}
        <Button
          onClick={() => start.mutate()}
          loading={start.isPending}
          disabled={!groupId || preview.isFetching}
        >
          Start the import
        </Button>
      </Group>
    </>
  )
}

function Counts({ preview: p }: { preview: Preview }) {
  const types = Object.entries(p.counts.types ?? {})
  return (
    <Section
      title="What would happen"
      description={p.counts.complete ? 'From the whole file.' : 'From the beginning of the file.'}
    >
      <Text>
        {p.counts.rows.toLocaleString()} rows read, {p.counts.errors.toLocaleString()} with errors,{' '}
        {p.counts.warnings.toLocaleString()} with warnings.
      </Text>
      {types.length > 0 && <Text c="dimmed">{types.map(([t, n]) => `${t}: ${n}`).join(' · ')}</Text>}
      {p.errorSample.length > 0 && (
        <Table mt="sm">
          <Table.Tbody>
            {p.errorSample.slice(0, 20).map((e) => (
              <Table.Tr key={`${e.row}${e.field}${e.reason}`}>
                <Table.Td w={90}>Row {e.row}</Table.Td>
                <Table.Td w={160}>{e.field}</Table.Td>
                <Table.Td>{e.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}
