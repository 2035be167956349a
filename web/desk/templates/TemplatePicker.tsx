import { Alert, Button, Group, Select, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FIELD_WORDS, type Field, type Filled, fillIn, partsOf, type TicketTemplate } from './fill.ts'
import { templatesQuery } from './queries.ts'

interface Props<V extends Filled> {
  form: UseFormReturnType<V>
  template: TicketTemplate | undefined
  onPick: (template: TicketTemplate | undefined) => void
}

/** Picks a template, which fills in the form. What was typed before it asks about, and touches it not. */
export function TemplatePicker<V extends Filled>({ form, template, onPick }: Props<V>) {
  const all = useQuery(templatesQuery).data?.items.filter((t) => !t.archived)
  const [asked, setAsked] = useState<Field[]>([])
  if (!all?.length) return null
  const set = (values: Partial<Filled>) => form.setValues(values as Partial<V>)
  const pick = (id: string | null) => {
    const next = all.find((t) => t.id === id)
    const { values, asked } = fillIn(form.getValues(), next, template)
    set(values)
    setAsked(asked)
    onPick(next)
  }
  const replace = () => {
    const parts = partsOf(template)
    set(Object.fromEntries(asked.map((field) => [field, parts[field]])))
    setAsked([])
  }
  return (
    <>
      <Select
        label="Template (optional)"
        placeholder="None"
        clearable
        searchable
        data={all.map((t) => ({ value: t.id, label: t.name }))}
        value={template?.id ?? null}
        onChange={pick}
      />
      {asked.length > 0 && (
        <Alert
          color="amber"
          icon={<IconTemplate size={18} />}
          title={`You had filled in: ${asked.map((f) => FIELD_WORDS[f]).join(', ')}`}
        >
          <Text size="sm" mb="sm">
            The template says something else there. What you wrote stands.
          </Text>
          <Group gap="xs">
            <Button size="sm" variant="default" onClick={() => setAsked([])}>
              Keep mine
            </Button>
            <Button size="sm" variant="default" onClick={replace}>
              Take the template’s
            </Button>
          </Group>
        </Alert>
      )}
    </>
  )
}
