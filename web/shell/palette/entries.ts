import { useDebouncedValue } from '@mantine/hooks'
import { IconBuilding, IconTicket, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { problemText } from '../../api/problem.ts'
import type { ClientSummary } from '../../api/types.ts'
import { numberText } from '../../desk/words.ts'
import { useMay } from '../../session/session.ts'
import { calendarDate } from '../../ui/time.ts'
import type { NavItem } from '../nav.ts'
import { commandsFor } from './commands.ts'
import { matching } from './matching.ts'

/** One line of the palette. */
export interface Entry {
  id: string
  group: string
  label: string
  description?: string
  icon: NavItem['icon']
  run: () => void
}

const LEAST = 2
const about = (hit: ClientSummary): string =>
  [hit.birthDate && `born ${calendarDate(hit.birthDate)}`, hit.phone].filter(Boolean).join(' · ')

/**
 * What fits to what is typed: clients and tickets, once two characters are there and typing paused, then pages and actions.
 * The typed text goes out in the body of a request and is kept no longer than the palette is open.
 */
export function useEntries(query: string): { entries: Entry[]; note: string } {
  const may = useMay()
  const navigate = useNavigate()
  const text = query.trim()
  const [typed] = useDebouncedValue(text, 220)
  const searching = may('clients:read') && text.length >= LEAST
  const { data, error, isFetching } = useQuery({
    queryKey: ['clients', 'palette', typed],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q: typed, limit: 7 }, signal })),
    enabled: searching && typed.length >= LEAST,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const seeking = may('tickets:read') && text.length >= LEAST
  const tickets = useQuery({
    queryKey: ['tickets', 'palette', typed],
    queryFn: ({ signal }) =>
      ok(
        api.POST('/api/v1/tickets/search', {
          body: { filter: { q: typed }, sort: 'updated', limit: 5 },
          signal,
        }),
      ),
    enabled: seeking && typed.length >= LEAST,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const found: Entry[] = (seeking ? (tickets.data?.items ?? []) : []).map((t) => ({
    id: t.id,
    group: 'Tickets',
    label: `${numberText(t.number)} ${t.subject}`,
    ...(t.client && { description: t.client.name }),
    icon: IconTicket,
    run: () => void navigate({ to: '/tickets/$ticketId', params: { ticketId: t.id } }),
  }))
  const hits: Entry[] = (searching ? (data?.items ?? []) : []).map((hit) => ({
    id: hit.id,
    group: 'Clients',
    label: hit.displayName,
    description: about(hit),
    icon: hit.kind === 'person' ? IconUser : IconBuilding,
    run: () => void navigate({ to: '/clients/$clientId', params: { clientId: hit.id } }),
  }))
  const commands: Entry[] = matching(commandsFor(may), query).map((c) => ({
    ...c,
    run: () => c.run((to) => void navigate({ to })),
  }))
  const entries = [...hits, ...found, ...commands]
  if (searching && hits.length === 0 && found.length === 0) {
    if (error) return { entries, note: problemText(error) }
    return {
      entries,
      note: isFetching || typed !== text ? 'Looking for clients…' : 'No client you may see matches.',
    }
  }
  return { entries, note: entries.length === 0 ? 'Nothing is called that.' : '' }
}
