import { ActionIcon, Input, MultiSelect, Select, Stack, TagsInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { CannedText } from '../macros/CannedText.tsx'
import { ClientsField } from '../sla/policies/ClientsField.tsx'
import classes from './Fields.module.css'
import type { Field, RuleChoices } from './fields.ts'
import { fresh, type RuleValues } from './form.ts'

interface Props {
  form: UseFormReturnType<RuleValues>
  part: 'conditions' | 'actions'
  label: string
  /** What there is to say while none is chosen. */
  none: string
  add: string
  fields: Field<string>[]
  choices: RuleChoices
}

/** What a rule asks or does, one field under the other; each is added when it is wanted and taken off again. */
export function Fields({ form, part, label, none, add, fields, choices }: Props) {
  const values = form.values[part] as Record<string, string | string[] | null>
  const set = (change: (old: typeof values) => typeof values) => {
    form.setFieldValue(part, change as never)
    form.clearFieldError(part)
  }
  const adds = useRef<HTMLInputElement>(null)
  const [added, setAdded] = useState<string>()
  // Whoever added a field fills it in next.
  useEffect(() => {
    if (!added) return
    form.getInputNode(`${part}.${added}`)?.focus()
    setAdded(undefined)
  }, [added, form, part])
  const chosen = fields.filter((f) => f.key in values)
  const rest = fields.filter((f) => !(f.key in values))
  return (
    <fieldset className={classes.part}>
      <legend className={classes.legend}>{label}</legend>
      <Stack gap="sm">
        {chosen.length === 0 && <Input.Description>{none}</Input.Description>}
        {chosen.map((field) => (
          <div key={field.key} className={classes.row}>
            <div className={classes.field}>
              <One form={form} part={part} field={field} choices={choices} />
            </div>
            <ActionIcon
              className={classes.remove}
              aria-label={`Take off: ${field.label}`}
              onClick={() => {
                set((old) => Object.fromEntries(Object.entries(old).filter(([k]) => k !== field.key)))
                adds.current?.focus()
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        ))}
        {form.errors[part] && <Input.Error>{form.errors[part]}</Input.Error>}
        <Select
          ref={adds}
          aria-label={add}
          placeholder={add}
          searchable
          value={null}
          data={rest.map((f) => ({ value: f.key, label: f.label }))}
          onChange={(key) => {
            const field = rest.find((f) => f.key === key)
            if (!field) return
            set((old) => ({ ...old, [field.key]: fresh(field.kind) }))
            setAdded(field.key)
          }}
        />
      </Stack>
    </fieldset>
  )
}

interface OneProps extends Pick<Props, 'form' | 'part' | 'choices'> {
  field: Field<string>
}

function One({ form, part, field, choices }: OneProps) {
  const { label, kind } = field
  const path = `${part}.${field.key}`
  const bound = form.getInputProps(path)
  const data = field.choices?.(choices) ?? []
  if (kind === 'clients')
    return (
      <ClientsField
        ids={bound.value as string[]}
        onChange={(ids) => form.setFieldValue(path, ids as never)}
        error={bound.error}
      />
    )
  if (kind === 'text')
    return (
      <Stack gap="xs">
        <CannedText
          label="Text"
          text={bound}
          onText={(body) => form.setFieldValue(path, body as never)}
          kind={form.getInputProps('kind')}
          byNobody
        />
      </Stack>
    )
  if (kind === 'tags') return <TagsInput label={label} maxTags={20} maxLength={60} {...bound} />
  if (kind === 'one') return <Select label={label} searchable allowDeselect={false} data={data} {...bound} />
  return <MultiSelect label={label} searchable hidePickedOptions data={data} {...bound} />
}
