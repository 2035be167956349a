import { queryOptions } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'

export type Import = Item<'/api/v1/imports'>
export type Preview = Answer<'/api/v1/imports/{id}/preview', 'post'>
export type Issue = Item<'/api/v1/imports/{id}/errors'>

/** An import; asked again while it runs. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, headers: PASSIVE, signal })),
    refetchInterval: (query) => (query.state.data?.status === 'running' ? 800 : false),
  })

/** What the server takes, by the file's name; the content decides in the end. */
export function contentType(name: string): string {
  if (/\.ndjson$/i.test(name)) return 'application/x-ndjson'
  if (/\.json$/i.test(name)) return 'application/fhir+json'
  return 'text/csv'
}
