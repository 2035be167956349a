import { Badge } from '@mantine/core'
import {
  IconAddressBook,
  IconCoin,
  IconFingerprint,
  IconNote,
  IconPencil,
  IconStethoscope,
  IconUser,
} from '@tabler/icons-react'
import type { ClassAccess, FieldClass } from '../api/types.ts'

const CLASSES = {
  contact: { label: 'Contact', icon: IconAddressBook, color: 'spruce' },
  demographic: { label: 'Demographic', icon: IconUser, color: 'blue' },
  identifier: { label: 'Identifier', icon: IconFingerprint, color: 'amber' },
  clinical: { label: 'Clinical', icon: IconStethoscope, color: 'red' },
  financial: { label: 'Financial', icon: IconCoin, color: 'green' },
  note: { label: 'Notes', icon: IconNote, color: 'violet' },
} as const satisfies Record<FieldClass, unknown>

export const fieldClassLabel = (name: FieldClass): string => CLASSES[name].label

/** A class of protected fields; with `access="write"` a pencil says that it may be changed too. */
export function FieldClassBadge({ name, access }: { name: FieldClass; access?: ClassAccess | 'none' }) {
  const { label, icon: Icon, color } = CLASSES[name]
  const closed = access === 'none'
  return (
    <Badge
      color={closed ? 'gray' : color}
      variant={closed ? 'outline' : 'light'}
      leftSection={<Icon size={13} aria-hidden />}
      rightSection={
        access === 'write' ? <IconPencil size={12} aria-label="may change" role="img" /> : undefined
      }
    >
      {label}
      {closed && ': closed'}
    </Badge>
  )
}
