import { Badge, Button, Tabs } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { api, ok } from '../../api/client.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { type Crumb, PageHeader } from '../../ui/PageHeader.tsx'
import { useIsPhone } from '../../ui/use-is-phone.ts'
import { PhiBadge, PriorityBadge, StatusBadge } from '../Badges.tsx'
import { deskQuery, nextStatuses, statusOf, type TicketVersion, ticketQuery } from '../queries.ts'
import type { TicketTab } from '../tabs.ts'
import { numberText } from '../words.ts'
import { Composer } from './Composer.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { MacroMenu } from './MacroMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { AlsoHere } from './presence/AlsoHere.tsx'
import { usePresence } from './presence/use-presence.ts'
import { Side } from './Side.tsx'
import { Thread } from './Thread.tsx'
import classes from './TicketPage.module.css'

const CRUMBS: Crumb[] = [{ label: 'Tickets', to: '/tickets' }]
const route = getRouteApi('/inside/tickets/$ticketId')

/** One ticket: its conversation, and beside it what it is about, who has it and what is still to be done. */
export function TicketPage() {
  const { ticketId } = route.useParams()
  const ticket = useQuery(ticketQuery(ticketId))
  if (ticket.data) return <Opened key={ticketId} ticket={ticket.data.data} etag={ticket.data.etag} />
  if (!ticket.error) return <PageSkeleton />
  return (
    <>
      <PageHeader title="Ticket" crumbs={CRUMBS} />
      <ErrorAlert error={ticket.error} onRetry={() => void ticket.refetch()} />
    </>
  )
}

function Opened(version: TicketVersion) {
  const { ticket } = version
  const phone = useIsPhone()
  const { tab = 'thread' } = route.useSearch()
  const navigate = route.useNavigate()
  const desk = useQuery(deskQuery).data
  const box = useRef<HTMLTextAreaElement>(null)
  const presence = usePresence(ticket.id)
  const status = statusOf(desk, ticket)
  const show = (next: string | null) =>
    void navigate({
      search: next === 'thread' ? {} : { tab: next as TicketTab },
      replace: true,
      resetScroll: false,
    })
  const thread = (
    <>
      <Thread ticket={ticket} />
      <AlsoHere others={presence.others} />
      {ticket.access.write && !ticket.mergedInto && (
        <Composer
          ticket={ticket}
          next={nextStatuses(desk, ticket)}
          box={box}
          onTyping={presence.typing}
          tools={(insert) => <MacroMenu ticket={ticket} onText={insert} />}
        />
      )}
    </>
  )
  return (
    <>
      <PageHeader
        title={ticket.subject}
        crumbs={CRUMBS}
        badges={
          <>
            <Badge color="gray" variant="outline">
              {numberText(ticket.number)}
            </Badge>
            {status && <StatusBadge name={status.name} category={ticket.statusCategory} />}
            <PriorityBadge priority={ticket.priority} />
            {ticket.phiState === 'suspected' && <PhiBadge />}
          </>
        }
        actions={
          <>
            <WatchButton ticket={ticket} />
            <MoreMenu {...version} />
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Tabs value={phone || tab !== 'details' ? tab : 'thread'} onChange={show} keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="thread">Conversation</Tabs.Tab>
              {phone && <Tabs.Tab value="details">Details</Tabs.Tab>}
              <Tabs.Tab value="history">History</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="thread">{thread}</Tabs.Panel>
            {phone && (
              <Tabs.Panel value="details">
                <Side {...version} />
              </Tabs.Panel>
            )}
            <Tabs.Panel value="history">
              <HistoryTab ticketId={ticket.id} />
            </Tabs.Panel>
          </Tabs>
        </div>
        {!phone && (
          <aside className={classes.side} aria-label="About this ticket">
            <Side {...version} />
          </aside>
        )}
      </div>
    </>
  )
}

function WatchButton({ ticket }: Pick<TicketVersion, 'ticket'>) {
  const cache = useQueryClient()
  const watch = useMutation({
    mutationFn: (watching: boolean) =>
      ok(
        api.POST('/api/v1/tickets/{id}/watch', {
          params: { path: { id: ticket.id } },
          body: { watching },
        }),
      ),
    onSuccess: () => cache.invalidateQueries({ queryKey: ticketQuery(ticket.id).queryKey }),
  })
  const Icon = ticket.watching ? IconEyeOff : IconEye
  return (
    <Button
      variant="default"
      leftSection={<Icon size={17} />}
      loading={watch.isPending}
      onClick={() => watch.mutate(!ticket.watching)}
    >
      {ticket.watching ? 'Stop watching' : 'Watch'}
    </Button>
  )
}
