import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Named } from '../api/types.ts'
import { toastError, toastUndo } from '../ui/toast.tsx'
import { call, type Walls, wallsQuery } from './api.ts'
import type { Choice } from './WallChoice.tsx'

interface Change {
  team: Named
  group: Named
  access: Choice
}

const SAYS: Record<Choice, string> = {
  none: 'is closed to',
  read: 'may be read by',
  write: 'may be changed by',
}

const accessIn = (walls: Walls['walls'], teamId: string, groupId: string): Choice =>
  walls.find((w) => w.teamId === teamId && w.groupId === groupId)?.access ?? 'none'

function withWall(walls: Walls, { team, group, access }: Change): Walls {
  const others = walls.walls.filter((w) => w.teamId !== team.id || w.groupId !== group.id)
  const wall = { teamId: team.id, groupId: group.id }
  return { ...walls, walls: access === 'none' ? others : [...others, { ...wall, access }] }
}

/** The walls, and the change of one: shown at once, taken back when the server refuses, undone on request. */
export function useWalls() {
  const cache = useQueryClient()
  const walls = useQuery(wallsQuery)
  const show = (change: Change) =>
    cache.setQueryData<Walls>(wallsQuery.queryKey, (old) => old && withWall(old, change))
  const set = useMutation({
    mutationFn: ({ team, group, access }: Change) => call('PUT', `/walls/${team.id}/${group.id}`, { access }),
    onMutate: (change) => {
      const before = accessOf(change.team, change.group)
      show(change)
      return before
    },
    meta: { touches: ['walls'] },
    onError: (error, change, before) => {
      show({ ...change, access: before ?? 'none' })
      toastError(error, 'The wall could not be changed')
    },
  })
  const accessOf = (team: Named, group: Named) => accessIn(walls.data?.walls ?? [], team.id, group.id)
  const change = (next: Change) => {
    const before = accessOf(next.team, next.group)
    set.mutate(next, {
      onSuccess: () =>
        toastUndo(`${next.group.name} ${SAYS[next.access]} ${next.team.name}`, () =>
          set.mutateAsync({ ...next, access: before }),
        ),
    })
  }
  return { walls, accessOf, change }
}
