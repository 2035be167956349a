import type { ReactNode } from 'react'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import { TimeAgo } from '../../../ui/TimeAgo.tsx'
import { PhiBadge, PriorityBadge } from '../../Badges.tsx'
import { DueBadge } from '../../sla/DueBadge.tsx'
import { numberText } from '../../words.ts'
import classes from './Board.module.css'
import type { BoardTicket } from './columns.ts'

interface Props {
  ticket: BoardTicket
  /** The subject, where it leads somewhere. */
  subject?: ReactNode
  actions?: ReactNode
}

/** What a card shows, on the board and in the hand. */
export function CardFace({
  ticket: t,
  subject = <span className={classes.link}>{t.subject}</span>,
  actions,
}: Props) {
  return (
    <>
      <div className={classes.top}>
        <span className={classes.number}>{numberText(t.number)}</span>
        {t.priority <= 2 && <PriorityBadge priority={t.priority} />}
        {t.phiState === 'suspected' && <PhiBadge />}
        <DueBadge clocks={t.sla} />
      </div>
      {subject}
      <div className={classes.bottom}>
        <span className={classes.who}>{t.client?.name ?? t.requester?.name ?? t.requester?.email}</span>
        <TimeAgo at={t.updatedAt} />
        {t.assigneeName && <PersonAvatar name={t.assigneeName} size={22} />}
        {actions}
      </div>
    </>
  )
}
