import { Select, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconWall } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ClassAccess } from '../api/types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { call, type Walls, wallsQuery } from './api.ts'
import classes from './WallMatrix.module.css'

type Choice = 'none' | ClassAccess
const CHOICES = [
  { value: 'none', label: 'Closed' },
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Write' },
]
const LABEL: Record<Choice, string> = { none: 'Closed', read: 'Read', write: 'Write' }

/** Teams by client groups: what each wall opens. A change takes effect with the next request of anybody. */
export function WallMatrix({ editable }: { editable: boolean }) {
  const client = useQueryClient()
  const walls = useQuery(wallsQuery)
  const set = useMutation({
    mutationFn: ({ teamId, groupId, access }: { teamId: string; groupId: string; access: Choice }) =>
      call('PUT', `/walls/${teamId}/${groupId}`, { access }),
    onMutate: ({ teamId, groupId, access }) => {
      client.setQueryData<Walls>(
        wallsQuery.queryKey,
        (old) =>
          old && {
            ...old,
            walls: [
              ...old.walls.filter((w) => w.teamId !== teamId || w.groupId !== groupId),
              ...(access === 'none' ? [] : [{ teamId, groupId, access }]),
            ],
          },
      )
    },
    meta: { touches: ['walls'] },
    onError: () => void notifications.show({ color: 'red', message: 'The wall could not be changed' }),
  })
  if (walls.error && !walls.data)
    return <ErrorAlert error={walls.error} onRetry={() => void walls.refetch()} />
  const { teams = [], groups = [], walls: open = [] } = walls.data ?? {}
  if (walls.data && (!teams.length || !groups.length))
    return (
      <EmptyState icon={IconWall} title="No walls yet">
        Make a team and a client group below; then open the group to the team here.
      </EmptyState>
    )
  const accessOf = (teamId: string, groupId: string): Choice =>
    open.find((w) => w.teamId === teamId && w.groupId === groupId)?.access ?? 'none'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroller} aria-label="Walls" tabIndex={0}>
      <Table className={classes.table} aria-busy={walls.isPending}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Client group</Table.Th>
            {teams.map((t) => (
              <Table.Th key={t.id} scope="col">
                {t.name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((g) => (
            <Table.Tr key={g.id}>
              <Table.Th scope="row">{g.name}</Table.Th>
              {teams.map((t) => {
                const access = accessOf(t.id, g.id)
                return (
                  <Table.Td key={t.id} data-access={access} className={classes.cell}>
                    {editable ? (
                      <Select
                        aria-label={`${t.name} in ${g.name}`}
                        data={CHOICES}
                        value={access}
                        allowDeselect={false}
                        variant="unstyled"
                        onChange={(value) =>
                          value && set.mutate({ teamId: t.id, groupId: g.id, access: value as Choice })
                        }
                      />
                    ) : (
                      <Text size="sm">{LABEL[access]}</Text>
                    )}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
