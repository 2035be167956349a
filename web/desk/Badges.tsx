import { Badge } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { CATEGORY_COLORS, type Category, priorityOf } from './words.ts'

export const StatusBadge = ({ name, category }: { name: string; category: Category }) => (
  <Badge color={CATEGORY_COLORS[category]} miw="max-content">
    {name}
  </Badge>
)

/** Only what is out of the ordinary is coloured: a list full of badges shows nothing. */
export const PriorityBadge = ({ priority }: { priority: number }) => {
  const { label, color } = priorityOf(priority)
  return (
    <Badge color={color} variant={priority <= 2 ? 'light' : 'outline'} miw="max-content">
      {label}
    </Badge>
  )
}

export const PhiBadge = () => (
  <Badge color="red" leftSection={<IconShieldExclamation size={13} aria-hidden />}>
    PHI suspected
  </Badge>
)
