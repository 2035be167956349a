import { linkOptions } from '@tanstack/react-router'
import type { Item } from '../../api/types.ts'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { PhiBadge, PriorityBadge, StatusBadge } from '../Badges.tsx'
import { type Desk, statusOf } from '../queries.ts'
import { DueBadge } from '../sla/DueBadge.tsx'
import { dueOf } from '../sla/due.ts'
import { numberText } from '../words.ts'
import classes from './TicketList.module.css'

export type TicketSummary = Item<'/api/v1/tickets/search', 'post'>

export const ticketLink = (t: TicketSummary) =>
  linkOptions({ to: '/tickets/$ticketId', params: { ticketId: t.id } })

/** What a list of tickets shows of each. */
export const ticketColumns = (desk: Desk | undefined): Column<TicketSummary>[] => [
  {
    key: 'subject',
    header: 'Ticket',
    phone: 'title',
    link: true,
    width: '50%',
    cell: (t) => <Subject ticket={t} />,
  },
  {
    key: 'status',
    header: 'Status',
    phone: 'aside',
    cell: (t) => (
      <span className={classes.stack}>
        <StatusBadge name={statusOf(desk, t)?.name ?? t.status} category={t.statusCategory} />
        <PriorityBadge priority={t.priority} />
      </span>
    ),
  },
  {
    key: 'due',
    header: 'Due',
    phone: 'line',
    cell: (t) => dueOf(t.sla, Date.now()) && <DueBadge clocks={t.sla} />,
  },
  {
    key: 'who',
    header: 'Assigned',
    phone: 'line',
    cell: (t) => (
      <span className={classes.stack}>
        {t.assigneeName ? (
          <span className={classes.who}>
            <PersonAvatar name={t.assigneeName} size={22} /> {t.assigneeName}
          </span>
        ) : (
          <span className={classes.nobody}>nobody</span>
        )}
        <span className={classes.about}>
          changed <TimeAgo at={t.updatedAt} />
        </span>
      </span>
    ),
  },
]

function Subject({ ticket: t }: { ticket: TicketSummary }) {
  const about = [numberText(t.number), t.client?.name, t.requester?.name ?? t.requester?.email]
  return (
    <span className={classes.subject}>
      <span className={classes.title}>
        {t.subject} {t.phiState === 'suspected' && <PhiBadge />}
      </span>
      <span className={classes.about}>{about.filter(Boolean).join(' · ')}</span>
    </span>
  )
}
