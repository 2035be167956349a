import { MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { facilityList } from '../access/api.ts'
import type { Named } from '../api/types.ts'
import { rolesQuery } from '../identity/queries.ts'
import type { Audience } from './queries.ts'

export const EVERYBODY: Audience = { who: 'everybody', facilityIds: [], roleIds: [] }
const WHO = [
  { value: 'everybody', label: 'Everybody' },
  { value: 'staff', label: 'Staff' },
  { value: 'portal', label: 'Portal' },
]

const choices = (list: readonly Named[] | undefined) =>
  (list ?? []).map((x) => ({ value: x.id, label: x.name }))

/** For whom something is. */
export function AudienceFields({
  value,
  onChange,
}: {
  value: Audience
  onChange: (value: Audience) => void
}) {
  const facilities = useQuery(facilityList)
  const roles = useQuery(rolesQuery)
  const label = useId()
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={500} mb={4} id={label}>
          For
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={label}
          data={WHO}
          value={value.who}
          onChange={(who) =>
            onChange({
              ...value,
              who: who as Audience['who'],
              ...(who === 'portal' && { roleIds: [] }),
            })
          }
        />
      </div>
      <MultiSelect
        label="Facilities (optional)"
        description="Only people who belong to one of them. None: all."
        data={choices(facilities.data?.items)}
        searchable
        hidePickedOptions
        value={value.facilityIds}
        onChange={(facilityIds) => onChange({ ...value, facilityIds })}
      />
      {value.who !== 'portal' && (
        <MultiSelect
          label="Roles of staff (optional)"
          description="Of the staff, only those who hold one of them. None: all."
          data={choices(roles.data?.items)}
          searchable
          hidePickedOptions
          value={value.roleIds}
          onChange={(roleIds) => onChange({ ...value, roleIds })}
        />
      )}
    </Stack>
  )
}
