import { Select, Text } from '@mantine/core'
import type { ClassAccess, Named } from '../api/types.ts'

export type Choice = 'none' | ClassAccess
export const LABEL: Record<Choice, string> = { none: 'Closed', read: 'Read', write: 'Write' }
const CHOICES = Object.entries(LABEL).map(([value, label]) => ({ value, label }))

interface Props {
  team: Named
  group: Named
  access: Choice
  /** Absent for those who may look only. */
  onChange: ((access: Choice) => void) | undefined
}

/** What a wall opens to a team, to be read or changed. */
export function WallChoice({ team, group, access, onChange }: Props) {
  if (!onChange) return <Text size="sm">{LABEL[access]}</Text>
  return (
    <Select
      aria-label={`${team.name} in ${group.name}`}
      data={CHOICES}
      value={access}
      allowDeselect={false}
      variant="unstyled"
      onChange={(value) => value && value !== access && onChange(value as Choice)}
    />
  )
}
