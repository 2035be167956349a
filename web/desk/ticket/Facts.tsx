import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import { setListState } from '../list/state.ts'
import type { Ticket } from '../queries.ts'
import { CHANNELS } from '../words.ts'
import classes from './Facts.module.css'

/** Who asks and whom it is about. */
export function Facts({ ticket: t }: { ticket: Ticket }) {
  const rows: [string, ReactNode][] = [
    ['Client', <ClientName key="c" ticket={t} />],
    ['Requester', requesterText(t)],
    ['Others', (t.clientId || t.requester?.email) && <TheirTickets key="t" ticket={t} />],
    ['Facility', t.facilityName],
    ['Opened', <TimeAgo key="o" at={t.createdAt} />],
    ['Came by', CHANNELS[t.channel]],
    ['First reply', t.firstResponseAt && <TimeAgo key="f" at={t.firstResponseAt} />],
    ['Resolved', t.resolvedAt && <TimeAgo key="r" at={t.resolvedAt} />],
    ['Reopened', t.reopenedCount > 0 && `${t.reopenedCount} ${t.reopenedCount === 1 ? 'time' : 'times'}`],
    ['Wall', t.groupName],
  ]
  return (
    <dl className={classes.list}>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function ClientName({ ticket: t }: { ticket: Ticket }) {
  if (!t.clientId) return 'none'
  if (!t.client)
    return (
      <Text span c="dimmed" inherit>
        hidden from your roles
      </Text>
    )
  return (
    <Anchor component={Link} to="/clients/$clientId" params={{ clientId: t.client.id } as never}>
      {t.client.name}
    </Anchor>
  )
}

/** The list, narrowed to whoever this ticket is of: what else they wait for. */
function TheirTickets({ ticket: t }: { ticket: Ticket }) {
  const state = t.clientId
    ? { filter: { clientId: t.clientId }, q: '' }
    : { filter: {}, q: t.requester?.email ?? '' }
  return (
    <Anchor
      component={Link}
      to="/tickets"
      onClick={() => setListState({ view: 'open', sort: 'updated', layout: 'list', ...state })}
    >
      Their open tickets
    </Anchor>
  )
}

const requesterText = ({ requester: r }: Ticket) => r && [r.name, r.email].filter(Boolean).join(', ')
