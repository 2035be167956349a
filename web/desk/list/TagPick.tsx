import { Button, Group, Popover, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'

interface Props {
  pending: boolean
  onAdd: (tag: string) => void
}

/** A tag for all that are chosen, beside those that each has. */
export function TagPick({ pending, onAdd }: Props) {
  const [opened, setOpened] = useState(false)
  const [tag, setTag] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!tag.trim()) return
    onAdd(tag.trim())
    setTag('')
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          loading={pending}
          rightSection={<IconChevronDown size={14} />}
          onClick={() => setOpened(!opened)}
        >
          Tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              data-autofocus
              size="xs"
              label="Add the tag"
              maxLength={60}
              value={tag}
              onChange={(event) => setTag(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" disabled={!tag.trim()}>
              Add
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
