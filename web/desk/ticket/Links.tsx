import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { StatusBadge } from '../Badges.tsx'
import type { Ticket } from '../queries.ts'
import { numberText } from '../words.ts'
import classes from './Links.module.css'
import { Panel } from './Panel.tsx'

type Tie = Ticket['links'][number]

const WORDS: Record<Tie['kind'], [outward: string, inward: string]> = {
  relates: ['Relates to', 'Relates to'],
  duplicates: ['Duplicates', 'Duplicated by'],
  blocks: ['Blocks', 'Blocked by'],
  parent: ['Part of', 'Part of'],
  child: ['Has part', 'Has part'],
  merged: ['Merged into', 'Merged from'],
}

/** Tickets that this one hangs together with, as far as the reader may see them. */
export function Links({ ticket }: { ticket: Ticket }) {
  if (ticket.links.length === 0) return null
  return (
    <Panel title="Linked tickets">
      <ul className={classes.list}>
        {ticket.links.map((t) => (
          <li key={`${t.kind} ${t.id}`}>
            <Text size="xs" c="dimmed">
              {WORDS[t.kind][t.outward ? 0 : 1]}
            </Text>
            <Anchor component={Link} to="/tickets/$ticketId" params={{ ticketId: t.id } as never}>
              {numberText(t.number)} {t.subject}
            </Anchor>{' '}
            <StatusBadge name={t.status} category={t.statusCategory} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
