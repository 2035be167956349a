import { queryOptions } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'

export type TicketMail = Answer<'/api/v1/tickets/{id}/mail', 'get'>

/** What came and went as e-mail on a ticket, and who takes part in it. */
export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'mail', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/tickets/{id}/mail', { params: { path: { id } }, signal })),
  })
