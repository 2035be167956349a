import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowRight } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { problemText } from '../../api/problem.ts'
import { useMay } from '../../session/session.ts'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { PhiBadge, PriorityBadge } from '../Badges.tsx'
import { deskQuery, nextStatuses } from '../queries.ts'
import { DueBadge } from '../sla/DueBadge.tsx'
import { numberText } from '../words.ts'
import classes from './Board.module.css'
import type { TicketSummary } from './columns.tsx'

/** A ticket on the board. It moves by its menu, with a mouse and by keyboard alike. */
export function Card({ ticket: t }: { ticket: TicketSummary }) {
  const may = useMay()
  const next = nextStatuses(useQuery(deskQuery).data, t)
  const move = useMutation({
    mutationFn: (status: string) =>
      ok(
        api.PATCH('/api/v1/tickets/{id}', {
          params: { path: { id: t.id } },
          headers: { 'If-Match': `"${t.version}"` },
          body: { status },
        }),
      ),
    meta: { touches: ['tickets'] },
    onError: (error) =>
      notifications.show({ color: 'red', title: numberText(t.number), message: problemText(error) }),
  })
  return (
    <li className={classes.card}>
      <div className={classes.top}>
        <span className={classes.number}>{numberText(t.number)}</span>
        {t.priority <= 2 && <PriorityBadge priority={t.priority} />}
        {t.phiState === 'suspected' && <PhiBadge />}
        <DueBadge clocks={t.sla} />
      </div>
      <Link to="/tickets/$ticketId" params={{ ticketId: t.id }} className={classes.link}>
        {t.subject}
      </Link>
      <div className={classes.bottom}>
        <span className={classes.who}>{t.client?.name ?? t.requester?.name ?? t.requester?.email}</span>
        <TimeAgo at={t.updatedAt} />
        {t.assigneeName && <PersonAvatar name={t.assigneeName} size={22} />}
        {may('tickets:write') && next.length > 0 && (
          <Menu>
            <Menu.Target>
              <ActionIcon
                size="sm"
                className={classes.move}
                loading={move.isPending}
                aria-label={`Move ${numberText(t.number)}`}
              >
                <IconArrowRight size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {next.map((s) => (
                <Menu.Item key={s.key} onClick={() => move.mutate(s.key)}>
                  {s.name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </li>
  )
}
