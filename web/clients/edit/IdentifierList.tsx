import { ActionIcon, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { AddButton } from './AddButton.tsx'
import { type IdentifierValues, type IdentifierList as ListName, NEW_IDENTIFIER } from './identifiers.ts'
import classes from './Lists.module.css'

type Form = UseFormReturnType<IdentifierValues>

interface Props {
  form: Form
  path: ListName
  legend: string
  one: string
  /** Each says what it is. */
  typed?: boolean
}

/** Identifiers of one kind, a line each. */
export function IdentifierList({ form, path, legend, one, typed }: Props) {
  const list = form.values[path]
  return (
    <Fieldset legend={legend} variant="unstyled" classNames={{ root: classes.root, legend: classes.legend }}>
      <Stack gap={10}>
        {list.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the form knows its lines by their place
          <Group key={at} gap={8} align="flex-end">
            {typed && (
              <TextInput
                label="What it is"
                placeholder="Passport"
                maxLength={100}
                flex="0 1 150px"
                {...form.getInputProps(`${path}.${at}.type`)}
              />
            )}
            <div style={{ flex: '1 1 240px' }}>
              <IdentifierLine
                form={form}
                path={`${path}.${at}`}
                label={`${one} ${at + 1}`}
                quiet={!typed}
                onRemove={() => form.removeListItem(path, at)}
              />
            </div>
          </Group>
        ))}
        <AddButton
          onClick={() => form.insertListItem(path, { ...NEW_IDENTIFIER })}
        >{`Add ${one.toLowerCase()}`}</AddButton>
      </Stack>
    </Fieldset>
  )
}

interface LineProps {
  form: Form
  path: string
  label: string
  /** The list's legend says it already; the label is for screen readers. */
  quiet?: boolean
  onRemove: () => void
}

/** One identifier: masked until something is typed over it. */
export function IdentifierLine({ form, path, label, quiet, onRemove }: LineProps) {
  const { masked, system } = form.getInputProps(path).value as { masked: string; system: string }
  return (
    <Group gap={8} wrap="nowrap" align="flex-end">
      <TextInput
        flex={1}
        miw={0}
        {...(quiet ? { 'aria-label': label } : { label })}
        description={system ? `Issued by ${hostOf(system)}` : undefined}
        placeholder={masked ? `${masked} stays` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        {...form.getInputProps(`${path}.typed`)}
      />
      <ActionIcon size={36} aria-label={`Remove ${label}`} onClick={onRemove}>
        <IconTrash size={17} />
      </ActionIcon>
    </Group>
  )
}

const hostOf = (system: string) => (URL.canParse(system) && new URL(system).hostname) || system
