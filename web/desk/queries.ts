import { queryOptions } from '@tanstack/react-query'
import { api, ok, okWithTag } from '../api/client.ts'
import type { Answer, paths } from '../api/types.ts'

export type Ticket = Answer<'/api/v1/tickets/{id}', 'get'>
export type Message = Ticket['thread']['items'][number]
export type TicketStep = Ticket['steps'][number]
export type TicketChange = paths['/api/v1/tickets/{id}']['patch'] extends {
  requestBody: { content: { 'application/json': infer B } }
}
  ? B
  : never
export interface TicketVersion {
  ticket: Ticket
  etag: string
}

/** A ticket with the version to send back as If-Match. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'one', id],
    queryFn: ({ signal }) => okWithTag(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })

/** Who sees a ticket, and who may be given it. */
export const colleaguesQuery = (id: string) =>
  queryOptions({
    queryKey: ['tickets', 'colleagues', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tickets/{id}/colleagues', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })

/** Messages before `before`, oldest first. */
export const earlierMessages = (id: string, before: string) =>
  ok(api.GET('/api/v1/tickets/{id}/messages', { params: { path: { id }, query: { before } } }))

/** What tickets are made of here: queues, types with their flows, teams, and who works on them. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/desk', { signal })),
  staleTime: 60_000,
})

export { type Desk, type Flow, flowOf, nextStatuses, type Status, statusOf } from './statuses.ts'
