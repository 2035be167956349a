import { Group, Progress, Text, Tooltip } from '@mantine/core'
import type { Answer } from '../../api/types.ts'
import { exactTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { openTime, span } from './due.ts'

export type Clock = Answer<'/api/v1/tickets/{id}/sla', 'get'>['response']

interface Said {
  text: string
  color: string
  at: string | null
}

/** What a clock shows now; one that ran out since it was asked counts as late. */
export function clockSays(c: Clock, now: number): Said {
  const late = c.dueAt !== null && Date.parse(c.dueAt) <= now
  if (c.state === 'met') return { text: 'Met', color: 'green', at: c.stoppedAt }
  if (c.state === 'paused') return { text: 'Paused', color: 'gray', at: null }
  if (c.state === 'stopped') return { text: 'Stopped', color: 'gray', at: c.stoppedAt }
  if (c.state === 'breached' || late)
    return c.running && c.dueAt
      ? { text: `Missed ${span(now - Date.parse(c.dueAt))} ago`, color: 'red', at: c.dueAt }
      : { text: 'Missed', color: 'red', at: c.breachedAt }
  if (!c.dueAt) return { text: 'Runs', color: 'spruce', at: null }
  const warned = c.warnings.some((w) => w.passed || (w.at !== null && Date.parse(w.at) <= now))
  return {
    text: `Due in ${span(Date.parse(c.dueAt) - now)}`,
    color: warned ? 'amber' : 'spruce',
    at: c.dueAt,
  }
}

/** One clock: what it is for, how it stands, and how much of its time is gone. */
export function ClockLine({ name, clock }: { name: string; clock: Clock }) {
  const now = useNow()
  if (clock.state === 'none' || clock.targetMinutes === null) return null
  const { text, color, at } = clockSays(clock, now)
  const used = Math.min(100, (clock.elapsedMinutes / clock.targetMinutes) * 100)
  const of = `${openTime(clock.elapsedMinutes)} of ${openTime(clock.targetMinutes)}`
  const words = (
    <Text span size="sm" fw={560} c={color === 'gray' ? 'dimmed' : `var(--mantine-color-${color}-text)`}>
      {text}
    </Text>
  )
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{name}</Text>
        {at ? <Tooltip label={exactTime(at)}>{words}</Tooltip> : words}
      </Group>
      <Progress value={used} color={color} size="sm" mt={4} aria-label={`${name}: ${of} used`} />
      <Text size="xs" c="dimmed" mt={2}>
        {of}
      </Text>
    </div>
  )
}
