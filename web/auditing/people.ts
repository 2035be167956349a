import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { useMay } from '../session/session.ts'

const peopleQuery = queryOptions({
  queryKey: ['users', 'choices', 'all'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/users', { params: { query: { limit: 200 } }, signal })),
  staleTime: 60_000,
})

/** Users to choose from; undefined where the roles do not show users. */
export function usePeople(): { value: string; label: string }[] | undefined {
  const may = useMay()('users:read')
  const { data } = useQuery({ ...peopleQuery, enabled: may })
  return data?.items.map((u) => ({ value: u.id, label: `${u.displayName} (${u.email})` }))
}
