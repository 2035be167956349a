import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'

export type PortalPerson = Item<'/api/v1/portal-people/search', 'post'>
export type Invited = Answer<'/api/v1/portal-people', 'post'>

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['portal-people', 'one', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/portal-people/{id}', { params: { path: { id } }, signal })),
  })

/** The portal people of one client. */
export const peopleOfQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['portal-people', 'of', clientId],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/portal-people/search', { body: { clientId, limit: 200 }, signal })),
  })
