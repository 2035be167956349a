import { Anchor, Checkbox, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../session/session.ts'
import { dateField } from '../../ui/time.ts'
import items from '../EntryItem.module.css'
import { EntryItem } from '../EntryItem.tsx'
import type { Entry, Sheet } from '../queries.ts'
import { durationText } from '../words.ts'
import classes from './WeekGrid.module.css'
import { dayText, wholeDayText } from './week.ts'

interface Props {
  sheet: Sheet
  onEdit?: (entry: Entry) => void
  onRemove?: (entry: Entry) => void
  /** Boxes before what can be chosen. */
  choice?: { chosen: ReadonlySet<string>; may: (entry: Entry) => boolean; onToggle: (id: string) => void }
}

/** A week: its days side by side where there is room, and one below the other where there is none. */
export function WeekGrid({ sheet, onEdit, onRemove, choice }: Props) {
  const reads = useMay()('tickets:read')
  const today = dateField(new Date().toISOString())
  return (
    <div className={classes.week}>
      {sheet.days.map((day) => {
        const of = sheet.items.filter((e) => e.date === day.date)
        return (
          <section
            key={day.date}
            aria-label={wholeDayText(day.date)}
            className={classes.day}
            data-today={day.date === today || undefined}
            data-empty={of.length === 0 || undefined}
          >
            <header className={classes.head}>
              <h2>{dayText(day.date)}</h2>
              <Text span size="sm" c={day.minutes ? undefined : 'dimmed'} fw={day.minutes ? 560 : undefined}>
                {day.minutes ? durationText(day.minutes) : '–'}
              </Text>
            </header>
            {of.length > 0 && (
              <ul className={items.list}>
                {of.map((e) => (
                  <EntryItem
                    key={e.id}
                    entry={e}
                    about={
                      reads ? (
                        <Anchor
                          component={Link}
                          to="/tickets/$ticketId"
                          params={{ ticketId: e.ticketId } as never}
                          inherit
                        >
                          #{e.ticketNumber}
                        </Anchor>
                      ) : (
                        `#${e.ticketNumber}`
                      )
                    }
                    lead={
                      choice?.may(e) && (
                        <Checkbox
                          size="sm"
                          aria-label={`${durationText(e.minutes)} on #${e.ticketNumber}, ${wholeDayText(e.date)}`}
                          checked={choice.chosen.has(e.id)}
                          onChange={() => choice.onToggle(e.id)}
                        />
                      )
                    }
                    onEdit={onEdit}
                    onRemove={onRemove}
                  />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}
