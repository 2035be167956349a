import { ActionIcon, Group, Input, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type Hours, timeText } from './hours.ts'

interface Props {
  // biome-ignore lint/suspicious/noExplicitAny: any form that has hours at `path`
  form: UseFormReturnType<any>
  path: string
  /** Whose hours they are: `Monday`. */
  of: string
  hours: Hours[]
  none: string
}

/** The hours of a day, none or several. */
export function HoursField({ form, path, of, hours, none }: Props) {
  const time = (at: number, end: 'from' | 'to', label: string) => {
    const field = `${path}.${at}.${end}`
    const props = form.getInputProps(field)
    return (
      <TextInput
        {...props}
        error={Boolean(props.error)}
        w={76}
        aria-label={label}
        placeholder={end === 'from' ? '08:00' : '18:00'}
        maxLength={5}
        inputMode="numeric"
        onBlur={(event) => form.setFieldValue(field, timeText(event.currentTarget.value))}
      />
    )
  }
  const errors = hours.flatMap((_, at) =>
    [`${path}.${at}`, `${path}.${at}.from`, `${path}.${at}.to`].flatMap((f) => form.errors[f] ?? []),
  )
  return (
    <div>
      <Group gap={8}>
        {hours.length === 0 && (
          <Text size="sm" c="dimmed">
            {none}
          </Text>
        )}
        {hours.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours are their place in the day
          <Group key={at} gap={4} wrap="nowrap">
            {time(at, 'from', `${of}, from`)}
            <span aria-hidden>–</span>
            {time(at, 'to', `${of}, to`)}
            <ActionIcon
              size="md"
              aria-label={`Remove these hours of ${of}`}
              onClick={() => form.removeListItem(path, at)}
            >
              <IconX size={15} />
            </ActionIcon>
          </Group>
        ))}
        <ActionIcon
          size="md"
          aria-label={`Add hours on ${of}`}
          onClick={() => form.insertListItem(path, { from: '', to: '' })}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </Group>
      {errors.length > 0 && <Input.Error mt={4}>{errors[0]}</Input.Error>}
    </div>
  )
}
