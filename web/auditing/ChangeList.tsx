import { Text, Title } from '@mantine/core'
import classes from './ChangeList.module.css'
import type { LogEvent } from './log-event.ts'

type Change = NonNullable<LogEvent['changes']>[number]

/** Which fields an event changed; the values where the reader may see them. */
export function ChangeList({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null
  return (
    <section aria-label="What changed">
      <Title order={3} size="h4" mb={8}>
        What changed
      </Title>
      <dl className={classes.list}>
        {changes.map((c) => (
          <div key={c.field} className={classes.item}>
            <dt>{fieldText(c.field)}</dt>
            <dd>
              {'from' in c || 'to' in c ? <Values change={c} /> : <Text size="sm">not shown here</Text>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Values = ({ change: { from, to } }: { change: Change }) => (
  <div className={classes.values}>
    <div className={classes.value}>
      <span className={classes.label}>before</span>
      {valueText(from)}
    </div>
    <div className={classes.value}>
      <span className={classes.label}>after</span>
      {valueText(to)}
    </div>
  </div>
)

/** `contact.preferredContact` as `preferred contact`. */
const fieldText = (field: string) =>
  field
    .slice(field.indexOf('.') + 1)
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()

/** A value on one or more lines, as a person reads it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length ? value.map(valueText).join('\n') : '–'
  if (typeof value === 'object') {
    const { use, ...rest } = value as Record<string, unknown>
    const words = Object.values(rest)
      .map((v) => (Array.isArray(v) ? v.map(valueText).join(' ') : valueText(v)))
      .filter((v) => v !== '–' && v !== '')
    const text = words.join('given' in rest ? ' ' : ', ') || '–'
    return use ? `${text} (${valueText(use)})` : text
  }
  return String(value)
}
