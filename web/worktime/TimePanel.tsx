import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Panel } from '../desk/ticket/Panel.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { calendarDate } from '../ui/time.ts'
import classes from './EntryItem.module.css'
import { EntryItem } from './EntryItem.tsx'
import { EntryModal } from './EntryModal.tsx'
import { type Entry, ticketTimeQuery } from './queries.ts'
import { TimerControl } from './TimerControl.tsx'
import { useEntryDialogs } from './use-entry-dialogs.tsx'
import { billedText, durationText, entriesText, sumMinutes } from './words.ts'

/** As many as one takes in beside a conversation. */
const FEW = 4

interface Props {
  ticketId: string
  /** Whether time may be recorded here. */
  writes: boolean
  /** Whether the ticket was merged into another, and its time with it. */
  merged?: boolean
}

/** The time that a ticket took, and one's own timer on it. */
export function TimePanel({ ticketId, writes, merged }: Props) {
  const time = useQuery(ticketTimeQuery(ticketId))
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const { onEdit, onRemove, dialogs } = useEntryDialogs()
  const entries = time.data ?? []
  return (
    <Panel
      title="Time"
      actions={
        writes && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            Add time
          </Button>
        )
      }
    >
      <Stack gap="sm">
        {writes && <TimerControl ticketId={ticketId} />}
        <ErrorAlert error={time.error} onRetry={() => void time.refetch()} />
        {time.isPending && <Skeleton h={44} />}
        {time.data && (
          <Text size="sm" c={entries.length ? undefined : 'dimmed'}>
            {entries.length > 0
              ? totalText(entries)
              : merged
                ? 'Its time went along to the ticket it was merged into.'
                : 'No time on this ticket yet.'}
          </Text>
        )}
        {entries.length > 0 && (
          <ul className={classes.list} aria-label="Time on this ticket">
            {(all ? entries : entries.slice(0, FEW)).map((e) => (
              <EntryItem
                key={e.id}
                entry={e}
                about={`${calendarDate(e.date)}, ${e.userName}`}
                onEdit={writes ? onEdit : undefined}
                onRemove={writes ? onRemove : undefined}
              />
            ))}
          </ul>
        )}
        {entries.length > FEW && (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${entriesText(entries.length)}`}
          </Anchor>
        )}
      </Stack>
      {adding && <EntryModal ticketId={ticketId} onClose={() => setAdding(false)} />}
      {dialogs}
    </Panel>
  )
}

/** What was rejected is not counted until it is handed in again. */
function totalText(entries: Entry[]): string {
  const counted = entries.filter((e) => e.state !== 'rejected')
  const [total, billable] = [sumMinutes(counted), sumMinutes(counted.filter((e) => e.billable))]
  const part = billable === total ? 'all of it' : durationText(billable)
  return `${durationText(total)} in all, ${part} billable${billedText(counted)}`
}
