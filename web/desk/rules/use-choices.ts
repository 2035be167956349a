import { useQuery } from '@tanstack/react-query'
import { facilityList, teamList } from '../../access/api.ts'
import { api, ok } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'
import { useClientNames } from '../client-names.ts'
import { deskQuery } from '../queries.ts'
import { checklistsQuery, choices, flowsQuery, queuesQuery, typesQuery, usable } from '../settings/queries.ts'
import type { Choice, RuleChoices } from './fields.ts'

const peopleQuery = {
  queryKey: ['users', 'choices'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    ok(api.GET('/api/v1/users', { params: { query: { status: 'active', limit: 100 } }, signal })),
}

/** What a rule may name, as far as who edits the desk may see it. */
export function useChoices(clientIds: readonly string[] = []): RuleChoices {
  const may = useMay()
  const queues = useQuery(queuesQuery).data?.items
  const types = useQuery(typesQuery).data?.items
  const flows = useQuery(flowsQuery).data?.items
  const checklists = useQuery(checklistsQuery).data?.items
  const facilities = useQuery({ ...facilityList, enabled: may('facilities:read') }).data?.items
  // Who works tickets is offered who works them; who does not, and edits the desk, everybody.
  const works = may('tickets:read')
  const desk = useQuery({ ...deskQuery, enabled: works }).data
  const teams = useQuery({ ...teamList, enabled: !works && may('teams:read') }).data?.items
  const users = useQuery({ ...peopleQuery, enabled: !works && may('users:read') }).data?.items
  const statuses = new Map<string, Choice>()
  for (const s of flows?.flatMap((f) => f.statuses) ?? [])
    statuses.set(s.key, { value: s.key, label: s.name })
  const names = useClientNames(clientIds)
  return {
    clients: [...names].map(([value, label]) => ({ value, label })),
    queues: choices(usable(queues)),
    types: choices(usable(types)),
    statuses: [...statuses.values()],
    checklists: choices(usable(checklists)),
    teams: choices(desk?.teams ?? teams),
    facilities: choices(facilities),
    people: desk ? choices(desk.people) : (users ?? []).map((u) => ({ value: u.id, label: u.displayName })),
  }
}
