import { queryOptions } from '@tanstack/react-query'
import { api, ok, PASSIVE } from '../api/client.ts'
import type { Answer, Item } from '../api/types.ts'

export type Entry = Item<'/api/v1/time-entries/search', 'post'>
export type EntryState = Entry['state']
export type Timer = NonNullable<Answer<'/api/v1/timer', 'get'>['timer']>
export type Sheet = Answer<'/api/v1/timesheet', 'post'>
export type Waiting = Item<'/api/v1/timesheets/waiting'>
export type TicketContract = Item<'/api/v1/tickets/{id}/contracts'>
export type Contract = Item<'/api/v1/contracts'>
export type InvoiceRun = Item<'/api/v1/invoice-runs'>
export type BillingSettings = Answer<'/api/v1/billing-settings', 'get'>

/** What a change of working time makes stale. */
export const TOUCHES = { touches: ['time', 'timer', 'contracts'] }

/** One's own timer. Asked now and then, for one that was started elsewhere; that keeps no session alive. */
export const timerQuery = queryOptions({
  queryKey: ['timer'],
  queryFn: async ({ signal }) => (await ok(api.GET('/api/v1/timer', { headers: PASSIVE, signal }))).timer,
  refetchInterval: 60_000,
  refetchOnWindowFocus: 'always',
})

/** More pages than a ticket has: a guard, not a limit anybody meets. */
const MOST_PAGES = 25

/** All time on a ticket, newest day first. */
export const ticketTimeQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ['time', 'ticket', ticketId],
    queryFn: async ({ signal }) => {
      const all: Entry[] = []
      let after: string | null = null
      for (let page = 0; page < MOST_PAGES; page++) {
        const body = { ticketId, ...(after && { after }) }
        const got: { items: Entry[]; nextCursor: string | null } = await ok(
          api.POST('/api/v1/time-entries/search', { body, signal }),
        )
        all.push(...got.items)
        after = got.nextCursor
        if (!after) break
      }
      return all.toSorted((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id))
    },
  })

/** The contracts of a ticket's client. */
export const ticketContractsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ['contracts', 'ticket', ticketId],
    queryFn: async ({ signal }) =>
      (await ok(api.GET('/api/v1/tickets/{id}/contracts', { params: { path: { id: ticketId } }, signal })))
        .items,
    staleTime: 60_000,
  })

/** A week of one's own, or of somebody whose time one approves. */
export const sheetQuery = (week: string, userId?: string) =>
  queryOptions({
    queryKey: ['time', 'week', week, userId ?? 'me'],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/timesheet', { body: { week, ...(userId && { userId }) }, signal })),
  })

export const waitingQuery = queryOptions({
  queryKey: ['time', 'waiting'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/timesheets/waiting', { signal })),
})

export const contractsQuery = queryOptions({
  queryKey: ['contracts', 'all'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/contracts', { signal })),
})

/** How billable time is rounded where its contract does not say. */
export const billingQuery = queryOptions({
  queryKey: ['contracts', 'rounding'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/billing-settings', { signal })),
})

/** What was invoiced before, newest first. */
export const runsQuery = queryOptions({
  queryKey: ['contracts', 'runs'],
  queryFn: ({ signal }) => ok(api.GET('/api/v1/invoice-runs', { signal })),
})
