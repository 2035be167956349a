import { ActionIcon, Group } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'

interface Props {
  /** What the row is about, for the buttons' names. */
  name: string
  onEdit?: () => void
  onRemove: () => void
}

export function RowActions({ name, onEdit, onRemove }: Props) {
  return (
    <Group gap={2} justify="flex-end" wrap="nowrap">
      {onEdit && (
        <ActionIcon aria-label={`Edit ${name}`} onClick={onEdit}>
          <IconPencil size={17} />
        </ActionIcon>
      )}
      <ActionIcon aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size={17} />
      </ActionIcon>
    </Group>
  )
}
