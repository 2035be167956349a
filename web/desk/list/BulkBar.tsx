import { Alert, Button, Group, List, Menu, Paper, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { paths } from '../../api/types.ts'
import { useMay, useSession } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { deskQuery } from '../queries.ts'
import { URGENCIES } from '../words.ts'
import { TagPick } from './TagPick.tsx'

type Change = paths['/api/v1/tickets/bulk']['post'] extends {
  requestBody: { content: { 'application/json': { change: infer C } } }
}
  ? C
  : never

interface Props {
  ids: string[]
  all: string[]
  onAll: (ids: string[]) => void
  onDone: () => void
}

/** The same change on all that are chosen. What could not be changed is said, one by one, and stays chosen. */
export function BulkBar({ ids, all, onAll, onDone }: Props) {
  const may = useMay()
  const { user } = useSession()
  const desk = useQuery(deskQuery).data
  const bulk = useMutation({
    mutationFn: (change: Change) => ok(api.POST('/api/v1/tickets/bulk', { body: { ids, change } })),
    onSuccess: ({ results }) => {
      void queryClient.invalidateQueries({ queryKey: ['tickets'] })
      const failed = results.filter((r) => !r.ok).map((r) => r.id)
      if (failed.length) onAll(failed)
      else onDone()
    },
  })
  const refused = bulk.data?.results.flatMap((r) => (r.problem ? [r.problem.title] : [])) ?? []
  const statuses = [...new Map(desk?.flows.flatMap((f) => f.statuses).map((s) => [s.key, s.name])).entries()]
  const run = (change: Change) => () => bulk.mutate(change)
  return (
    <Paper withBorder p="xs" mb="sm" role="region" aria-label="Chosen tickets">
      <Group gap="xs">
        <Text size="sm" fw={560} mr="auto" role="status">
          {ids.length} chosen
        </Text>
        {may('tickets:assign') && (
          <Pick
            label="Assign"
            pending={bulk.isPending}
            options={[
              { label: 'To me', run: run({ assigneeId: user.id }) },
              { label: 'To nobody', run: run({ assigneeId: null }) },
              ...(desk?.people ?? [])
                .filter((p) => p.id !== user.id)
                .map((p) => ({ label: p.name, run: run({ assigneeId: p.id }) })),
            ]}
          />
        )}
        {may('tickets:assign') && (
          <Pick
            label="Team"
            pending={bulk.isPending}
            options={[
              { label: 'No team', run: run({ teamId: null }) },
              ...(desk?.teams ?? []).map((t) => ({ label: t.name, run: run({ teamId: t.id }) })),
            ]}
          />
        )}
        <Pick
          label="Status"
          pending={bulk.isPending}
          options={statuses.map(([status, label]) => ({ label, run: run({ status }) }))}
        />
        <Pick
          label="Queue"
          pending={bulk.isPending}
          options={(desk?.queues ?? []).map((q) => ({ label: q.name, run: run({ queueId: q.id }) }))}
        />
        <Pick
          label="Type"
          pending={bulk.isPending}
          options={(desk?.types ?? []).map((t) => ({ label: t.name, run: run({ typeId: t.id }) }))}
        />
        <Pick
          label="Urgency"
          pending={bulk.isPending}
          options={URGENCIES.map((u) => ({ label: u.label, run: run({ urgency: Number(u.value) }) }))}
        />
        <TagPick pending={bulk.isPending} onAdd={(tag) => bulk.mutate({ addTags: [tag] })} />
        {ids.length < all.length && (
          <Button size="xs" variant="subtle" onClick={() => onAll(all)}>
            Choose all {all.length}
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
          Choose none
        </Button>
      </Group>
      <ErrorAlert error={bulk.error} />
      {refused.length > 0 && (
        <Alert color="amber" mt="xs" role="alert" title={`${refused.length} could not be changed`}>
          <List size="sm">
            {[...new Set(refused)].map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Paper>
  )
}

interface PickProps {
  label: string
  pending: boolean
  options: { label: string; run: () => void }[]
}

const Pick = ({ label, pending, options }: PickProps) => (
  <Menu>
    <Menu.Target>
      <Button size="xs" variant="default" loading={pending} rightSection={<IconChevronDown size={14} />}>
        {label}
      </Button>
    </Menu.Target>
    <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
      {options.map((o) => (
        <Menu.Item key={o.label} onClick={o.run}>
          {o.label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  </Menu>
)
