import { ActionIcon, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { AddButton } from './AddButton.tsx'
import classes from './Lists.module.css'

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: any form that has such a list
  form: UseFormReturnType<any>
  /** The list's path in the form. */
  path: string
  legend: string
  /** What one of them is: `Telephone`. */
  one: string
  type: 'tel' | 'email'
  uses: string[]
}

/** Telephones or e-mail addresses: a line each, with what it is for. */
export function PointList({ form, path, legend, one, type, uses }: Props) {
  const list = form.getValues()[path] as { value: string }[]
  return (
    <Fieldset legend={legend} variant="unstyled" classNames={{ root: classes.root, legend: classes.legend }}>
      <Stack gap={8}>
        {list.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the form knows its lines by their place
          <Group key={at} gap={8} wrap="nowrap" align="flex-start">
            <TextInput
              type={type}
              flex={1}
              miw={0}
              maxLength={254}
              autoComplete="off"
              aria-label={`${one} ${at + 1}`}
              {...form.getInputProps(`${path}.${at}.value`)}
            />
            <NativeSelect
              w={116}
              aria-label={`Kind of ${one.toLowerCase()} ${at + 1}`}
              data={[{ value: '', label: '–' }, ...uses]}
              {...form.getInputProps(`${path}.${at}.use`)}
            />
            <ActionIcon
              size={36}
              aria-label={`Remove ${one.toLowerCase()} ${at + 1}`}
              onClick={() => form.removeListItem(path, at)}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </Group>
        ))}
        <AddButton
          onClick={() => form.insertListItem(path, { value: '', use: '' })}
        >{`${list.length ? 'Another' : 'Add'} ${one.toLowerCase()}`}</AddButton>
      </Stack>
    </Fieldset>
  )
}
