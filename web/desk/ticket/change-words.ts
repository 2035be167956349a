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

/** What an event did to a ticket, from what to what, as far as the reader is shown the values; a line each. */
export function changeWords({ action, facts, changes }: LogEvent, desk: Desk | undefined): string[] {
  if (action === 'ticket.status')
    return [`Status: ${statusText(desk, facts.from)} → ${statusText(desk, facts.to)}`]
  return (changes ?? []).flatMap(({ field, from, to }) => {
    const name = field.replace(/^ticket\./, '')
    const label = LABELS[name]
    if (!label || (from === undefined && to === undefined)) return []
    return [`${label}: ${text(desk, name, from)} → ${text(desk, name, to)}`]
  })
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
