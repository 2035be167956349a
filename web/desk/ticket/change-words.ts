import { valueText } from '../../auditing/ChangeList.tsx'
import type { LogEvent } from '../../auditing/log-event.ts'
import type { Desk } from '../statuses.ts'
import { IMPACTS, URGENCIES } from '../words.ts'

type Named = { id: string; name: string }[] | undefined

const LABELS: Record<string, string> = {
  subject: 'Subject',
  tags: 'Tags',
  requester: 'Requester',
  impact: 'Impact',
  urgency: 'Urgency',
  queueId: 'Queue',
  typeId: 'Type',
  assigneeId: 'Assigned',
  teamId: 'Team',
}

/** What a rule could not do. */
const PARTS: Record<string, string> = {
  queue: 'Queue',
  type: 'Type',
  priority: 'Priority',
  team: 'Team',
  assignee: 'Assignee',
  tags: 'Tags',
  checklist: 'Checklist',
  message: 'Message',
  status: 'Status',
}
const WHY: Record<string, string> = {
  'ticket-not-closable': 'something is still to be done before the ticket may be closed',
  'status-not-next': 'the flow does not lead there',
  'invalid-input': 'it names what is not there, or whom the walls keep out',
  forbidden: 'who saved the rule may not do it: no role or no wall lets them',
  'a-machine-wrote': 'nothing answers a machine by itself',
  'too-many-replies': 'rules have replied as often as they may within a day',
  'refused-by-database': 'the database refused it',
}

/** What an event did to a ticket, from what to what, as far as the reader is shown the values; a line each. */
export const changeWords = (event: LogEvent, desk: Desk | undefined): string[] => [
  ...whatWords(event, desk),
  ...(event.facts.by === 'rule' ? [ruleText(desk, event.facts.rule)] : []),
  ...(event.facts.by === 'schedule' ? ['As a recurring ticket'] : []),
]

function whatWords({ action, facts, changes }: LogEvent, desk: Desk | undefined): string[] {
  if (action === 'ticket.status')
    return [`Status: ${statusText(desk, facts.from)} → ${statusText(desk, facts.to)}`]
  if (action === 'ticket.rule-refused')
    return [
      `${PARTS[String(facts.part)] ?? String(facts.part)}: ${WHY[String(facts.why)] ?? 'it was refused'}`,
    ]
  if (action === 'ticket.rule-failed')
    return [
      facts.again
        ? 'It failed unexpectedly and did nothing. It is tried again later.'
        : 'It failed unexpectedly, did nothing and was given up.',
    ]
  return (changes ?? []).flatMap(({ field, from, to }) => {
    const name = field.replace(/^ticket\./, '')
    const label = LABELS[name]
    if (!label || (from === undefined && to === undefined)) return []
    return [`${label}: ${text(desk, name, from)} → ${text(desk, name, to)}`]
  })
}

function ruleText(desk: Desk | undefined, id: unknown): string {
  const name = desk?.rules.find((r) => r.id === id)?.name
  return name ? `By rule “${name}”` : 'By a rule that is no more'
}

const statusText = (desk: Desk | undefined, key: unknown): string =>
  desk?.flows.flatMap((f) => f.statuses).find((s) => s.key === key)?.name ?? String(key)

function text(desk: Desk | undefined, field: string, value: unknown): string {
  const names: Record<string, Named> = {
    queueId: desk?.queues,
    typeId: desk?.types,
    assigneeId: desk?.people,
    teamId: desk?.teams,
  }
  if (value === null || value === undefined) return field === 'assigneeId' ? 'nobody' : '–'
  if (field in names) return names[field]?.find((n) => n.id === value)?.name ?? 'another'
  const levels = field === 'impact' ? IMPACTS : field === 'urgency' ? URGENCIES : undefined
  if (levels) return levels.find((l) => l.value === String(value))?.label ?? String(value)
  return Array.isArray(value) ? value.join(', ') || '–' : valueText(value)
}
