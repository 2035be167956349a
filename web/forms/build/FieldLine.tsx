import { ActionIcon, Badge, Group, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconCopy, IconTrash } from '@tabler/icons-react'
import type { Field } from '../../../forms/index.ts'
import { FieldClassBadge } from '../../ui/FieldClassBadge.tsx'
import classes from './Builder.module.css'
import { KIND_WORDS } from './kinds.ts'

/** A field in the list, as one recognises it. */
export function FieldLine({ field, faults }: { field: Field; faults: string[] }) {
  return (
    <>
      <Text fw={560} className={classes.name}>
        {field.label.en || 'No words yet'}
      </Text>
      <Group gap={6} mt={4}>
        <Text size="sm" c="dimmed">
          {KIND_WORDS[field.kind]}
        </Text>
        {field.class && <FieldClassBadge name={field.class} />}
        {field.required && <Badge color="gray">Required</Badge>}
        {field.prefill && <Badge color="gray">From the record</Badge>}
        {field.when && <Badge color="blue">On a condition</Badge>}
      </Group>
      {faults.length > 0 && (
        <Text size="sm" c="red" mt={4}>
          {[...new Set(faults)].map((f) => `It ${f}`).join('. ')}.
        </Text>
      )}
    </>
  )
}

interface ButtonsProps {
  name: string
  open: boolean
  onOpen: () => void
  onCopy: () => void
  onRemove: () => void
}

export function FieldButtons({ name, open, onOpen, onCopy, onRemove }: ButtonsProps) {
  const Way = open ? IconChevronUp : IconChevronDown
  return (
    <>
      <ActionIcon size="md" aria-label={`Edit ${name}`} aria-expanded={open} onClick={onOpen}>
        <Way size={16} />
      </ActionIcon>
      <ActionIcon size="md" aria-label={`Duplicate ${name}`} onClick={onCopy}>
        <IconCopy size={16} />
      </ActionIcon>
      <ActionIcon size="md" aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </>
  )
}
