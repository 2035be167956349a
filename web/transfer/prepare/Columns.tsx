import { Select, Text } from '@mantine/core'
import { fieldClassLabel } from '../../ui/FieldClassBadge.tsx'
import { Section } from '../../ui/Section.tsx'
import type { Preview } from '../api.ts'
import { chosenTwice } from './options.ts'
import classes from './Prepare.module.css'

interface Props {
  preview: Preview
  mapping: (string | null)[]
  onChange: (mapping: (string | null)[]) => void
}

/** What each column of the file becomes: guessed from its name, corrected here. */
export function Columns({ preview, mapping, onChange }: Props) {
  const groups = Map.groupBy(preview.fields, (f) => f.class)
  const data = [...groups].map(([name, fields]) => ({
    group: fieldClassLabel(name as 'contact'),
    items: fields.map((f) => ({ value: f.name, label: f.label })),
  }))
  const twice = chosenTwice(mapping)
  const used = mapping.filter(Boolean).length
  return (
    <Section
      title="What the columns are"
      description={`Guessed from their names; correct what is wrong. ${used} of ${preview.columns.length} are brought in, the others are left out.`}
    >
      <ul className={classes.columns}>
        {preview.columns.map((c, at) => {
          const field = mapping[at] ?? null
          const name = c.name || `Column ${c.index + 1}`
          return (
            <li key={c.index} className={classes.column}>
              <Text
                fw={560}
                className={field ? undefined : classes.left}
                style={{ overflowWrap: 'anywhere' }}
              >
                {name}
              </Text>
              <div className={classes.samples}>{c.samples.join(' · ') || 'empty'}</div>
              <Select
                aria-label={`Field of the column ${name}`}
                placeholder="Left out"
                clearable
                searchable
                data={data}
                value={field}
                {...(field && twice.has(field) && { error: 'Another column goes here too' })}
                onChange={(value) => onChange(mapping.map((m, i) => (i === at ? value : m)))}
              />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
