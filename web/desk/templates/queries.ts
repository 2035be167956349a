import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'

/** Templates that are offered to one; to who edits the desk all, out of use too. */
export const templatesQuery = queryOptions({
  queryKey: ['desk', 'templates'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/ticket-templates', { signal })),
})
