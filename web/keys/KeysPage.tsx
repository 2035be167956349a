import { Badge, Button, Card, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconKey } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok, PASSIVE } from '../api/client.ts'
import type { KeyState } from '../api/types.ts'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import type { Column } from '../ui/table/columns.ts'
import { DataTable } from '../ui/table/DataTable.tsx'

const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/keys', { headers: PASSIVE, signal })),
  refetchInterval: (query) => (query.state.data?.rewrap.running ? 1500 : false),
})

/** The keys that protect everything else: never their material, only which there are and what they wrap. */
export function KeysPage() {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const keys = useQuery(keysQuery)
  const rotate = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/keys/rotate', { body: {} })),
    meta: { touches: ['keys'] },
    onSuccess: () =>
      void notifications.show({ message: 'A new key is in use; the records follow in the background' }),
  })
  if (!keys.data && !keys.error) return <PageSkeleton />
  const state = keys.data
  return (
    <>
      <PageHeader
        title="Keys"
        description="A root key, kept apart from the database, wraps the keys that wrap each record’s own."
        actions={
          may('keys:manage') && (
            <Button
              leftSection={<IconKey size={17} />}
              onClick={() => setAsking(true)}
              disabled={state?.rewrap.running}
            >
              Rotate
            </Button>
          )
        }
      />
      {state ? (
        <State state={state} />
      ) : (
        <ErrorAlert error={keys.error} onRetry={() => void keys.refetch()} />
      )}
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Rotate the keys?"
        confirmLabel="Rotate"
        onConfirm={() => rotate.mutateAsync()}
      >
        A new key takes over for everything that is written from now on, and each record’s own key is wrapped
        anew in the background. Work goes on meanwhile.
      </ConfirmModal>
    </>
  )
}

function State({ state }: { state: KeyState }) {
  const { rewrap } = state
  const share = rewrap.total > 0 ? Math.round((rewrap.done / rewrap.total) * 100) : 100
  return (
    <>
      <SimpleGrid cols={3} spacing={{ base: 'xs', sm: 'md' }}>
        <Figure label="Root keys" value={state.rootKeys.length} />
        <Figure label="Key-encryption keys" value={state.keks.length} />
        <Figure label="Records’ own keys" value={state.deks.total} />
      </SimpleGrid>
      {rewrap.running && (
        <Stack gap={6} mt="lg">
          <Text>
            Wrapping anew: {rewrap.done.toLocaleString()} of {rewrap.total.toLocaleString()}
          </Text>
          <Progress.Root>
            <Progress.Section value={share} aria-label="Records wrapped anew" animated />
          </Progress.Root>
        </Stack>
      )}
      <Section
        title="Root keys"
        description="Without them nothing can be read. Back them up apart from the data."
      >
        <KeyTable label="Root keys" keys={state.rootKeys} />
      </Section>
      <Section title="Key-encryption keys">
        <KeyTable label="Key-encryption keys" keys={state.keks} wraps={state.deks.byKek} />
      </Section>
    </>
  )
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <Card withBorder padding="md" radius="lg">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fz={26} fw={640} lh={1.2}>
        {value.toLocaleString()}
      </Text>
    </Card>
  )
}

type Key = KeyState['rootKeys'][number]

function KeyTable({ label, keys, wraps }: { label: string; keys: Key[]; wraps?: Record<string, number> }) {
  const columns: Column<Key>[] = [
    {
      key: 'id',
      header: 'Key',
      phone: 'title',
      cell: (k) => (
        <Group gap={8} wrap="nowrap">
          <Text ff="monospace" size="xs" truncate maw={320} title={k.id}>
            {k.id}
          </Text>
          {k.active && <Badge color="green">In use</Badge>}
        </Group>
      ),
    },
    ...(wraps
      ? [
          {
            key: 'wraps',
            header: 'Wraps',
            align: 'right' as const,
            cell: (k: Key) => (wraps[k.id] ?? 0).toLocaleString(),
          },
        ]
      : []),
    { key: 'made', header: 'Made', cell: (k) => <TimeAgo at={k.createdAt} /> },
  ]
  const list = {
    rows: keys,
    loading: false,
    updating: false,
    error: undefined,
    hasMore: false,
    loadingMore: false,
    loadMore: () => {},
    retry: () => {},
  }
  return (
    <DataTable
      label={label}
      columns={columns}
      list={list}
      rowKey={(k) => k.id}
      empty={<EmptyState icon={IconKey} title="No keys" />}
    />
  )
}
