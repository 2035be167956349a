import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Field } from '../../../forms/index.ts'
import { newOption } from './kinds.ts'

/** What can be chosen, in English and Spanish. */
export function OptionsEditor({ field, onChange }: { field: Field; onChange: (field: Field) => void }) {
  const options = field.options ?? []
  const put = (next: typeof options) => onChange({ ...field, options: next })
  const say = (id: string, label: { en?: string; es?: string }) =>
    put(
      options.map((o) => {
        if (o.id !== id) return o
        const { en, es } = { ...o.label, ...label }
        return { id, label: { en, ...(es && { es }) } }
      }),
    )
  return (
    <Fieldset legend="Options" variant="unstyled">
      <Stack gap="xs">
        {options.map((o, at) => (
          <Group key={o.id} gap={8} wrap="nowrap" align="flex-end">
            <TextInput
              flex={1}
              label={at === 0 ? 'English' : undefined}
              aria-label={`Option ${at + 1}`}
              maxLength={200}
              value={o.label.en}
              onChange={(e) => say(o.id, { en: e.currentTarget.value })}
            />
            <TextInput
              flex={1}
              lang="es"
              label={at === 0 ? 'Spanish (optional)' : undefined}
              aria-label={`Option ${at + 1} in Spanish`}
              maxLength={200}
              value={o.label.es ?? ''}
              onChange={(e) => say(o.id, { es: e.currentTarget.value })}
            />
            <ActionIcon
              size="lg"
              aria-label={`Remove option ${at + 1}`}
              disabled={options.length <= 2}
              onClick={() => put(options.filter((x) => x.id !== o.id))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={15} />}
            disabled={options.length >= 60}
            onClick={() => put([...options, newOption()])}
          >
            Add an option
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
