import { Group, NumberInput, TextInput } from '@mantine/core'
import type { Field, Limits } from '../../../forms/index.ts'
import { LONGEST, MOST_FILES } from '../../../forms/index.ts'

/** The bounds that a kind of question has. */
export function LimitsEditor({ field, onChange }: { field: Field; onChange: (field: Field) => void }) {
  const limits = field.limits ?? {}
  const put = (next: Limits) => {
    const said = Object.fromEntries(
      Object.entries({ ...limits, ...next }).filter(([, v]) => v !== undefined && v !== ''),
    )
    onChange({ ...field, limits: Object.keys(said).length ? said : undefined })
  }
  const number = (
    label: string,
    name: 'longest' | 'least' | 'most' | 'count',
    bounds: { min?: number; max?: number },
  ) => (
    <NumberInput
      label={label}
      flex="1 1 160px"
      {...bounds}
      value={limits[name] ?? ''}
      onChange={(v) => put({ [name]: typeof v === 'number' ? v : undefined })}
    />
  )
  switch (field.kind) {
    case 'text':
    case 'long-text':
    case 'identifier':
      return (
        <Group>
          {number('Longest answer, in characters (optional)', 'longest', {
            min: 1,
            max: LONGEST[field.kind],
          })}
        </Group>
      )
    case 'number':
      return (
        <Group>
          {number('Least (optional)', 'least', {})}
          {number('Most (optional)', 'most', {})}
        </Group>
      )
    case 'choices':
      return (
        <Group>
          {number('How many at most (optional)', 'count', { min: 1, max: field.options?.length ?? 60 })}
        </Group>
      )
    case 'file':
      return <Group>{number('How many at most (optional)', 'count', { min: 1, max: MOST_FILES })}</Group>
    case 'date':
      return (
        <Group>
          {(['from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              flex="1 1 160px"
              label={name === 'from' ? 'First day (optional)' : 'Last day (optional)'}
              value={limits[name] ?? ''}
              onChange={(e) => put({ [name]: e.currentTarget.value || undefined })}
            />
          ))}
        </Group>
      )
    default:
      return null
  }
}
