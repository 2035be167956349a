import { queryOptions } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'

export type Mailbox = Item<'/api/v1/mail/mailboxes'>
export type Outbound = Answer<'/api/v1/mail/outbound', 'get'>
export type Gate = Answer<'/api/v1/mail/gate', 'get'>
export type Held = Item<'/api/v1/mail/held'>
export type Received = Item<'/api/v1/mail/received'>

/** Whether a new mailbox can be read is found out in the background: asked again until it is known. */
export const mailboxesQuery = queryOptions({
  queryKey: ['mail', 'mailboxes'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/mail/mailboxes', { headers: PASSIVE, signal })),
  refetchInterval: ({ state: { data } }) =>
    data?.items.some((m) => m.enabled && m.kind === 'imap' && m.state === 'new') ? 5000 : false,
})

export const outboundQuery = queryOptions({
  queryKey: ['mail', 'outbound'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/mail/outbound', { signal })),
})

export const gateQuery = queryOptions({
  queryKey: ['mail', 'gate'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/mail/gate', { signal })),
})

export const heldQuery = queryOptions({
  queryKey: ['mail', 'held'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/mail/held', { signal })),
})
