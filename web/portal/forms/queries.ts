import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Answer, Item } from '../../api/types.ts'
import { someUnread } from '../../files/attached.ts'

export type FormLine = Item<'/api/v1/portal/form-responses'>
export type FormToFill = Answer<'/api/v1/portal/form-responses/{id}', 'get'>

/** What one was sent or began, and has not handed in. */
export const openFormsQuery = queryOptions({
  queryKey: ['forms', 'open'],
  queryFn: ({ signal }) =>
    ok(
      api.GET('/api/v1/portal/form-responses', {
        params: { query: { state: 'open', limit: 100 } },
        signal,
      }),
    ),
})

/** What one may fill without being asked. */
export const formsAtWillQuery = queryOptions({
  queryKey: ['forms', 'at-will'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/portal/forms', { signal })),
})

/** One of them; asked again while a file of it is being checked. */
export const formQuery = (id: string) =>
  queryOptions({
    queryKey: ['forms', 'one', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/portal/form-responses/{id}', { params: { path: { id } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (state.data && someUnread([state.data]) ? 3000 : false),
  })
