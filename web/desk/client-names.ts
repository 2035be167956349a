import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { Answer } from '../api/types.ts'
import { useMay } from '../session/session.ts'

/** Asked about at once; a page that names more shows the others without a name. */
const MOST = 100

/** What clients are called, by their ids: those that who looks may see. */
export function useClientNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const sees = useMay()('clients:read')
  const cache = useQueryClient()
  // Those that were just found and chosen are known by name already.
  const found = cache
    .getQueriesData<Answer<'/api/v1/clients/search', 'post'>>({ queryKey: ['clients', 'pick'] })
    .flatMap(([, answer]) => answer?.items ?? [])
  const names = new Map(found.map((c) => [c.id, c.displayName]))
  const asked = [...new Set(ids)]
    .filter((id) => !names.has(id))
    .sort()
    .slice(0, MOST)
  const { data } = useQuery({
    queryKey: ['clients', 'names', asked],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/names', { body: { ids: asked }, signal })),
    enabled: sees && asked.length > 0,
    placeholderData: keepPreviousData,
  })
  for (const { id, name } of data?.items ?? []) names.set(id, name)
  return names
}
