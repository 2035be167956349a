import { MultiSelect, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { Named } from '../../api/types.ts'
import { dateField } from '../../ui/time.ts'
import { rolesQuery, teamsQuery } from '../queries.ts'

export interface MayChange {
  roles: boolean
  teams: boolean
  end: boolean
}

interface Props {
  field: (name: 'roleIds' | 'teamIds' | 'expiresOn') => GetInputPropsReturnType
  may: MayChange
}

const choices = (list: Named[] | undefined) => (list ?? []).map((x) => ({ value: x.id, label: x.name }))

/** What a user may do (roles), whom they serve (teams), and for how long. */
export function AccessFields({ field, may }: Props) {
  const roles = useQuery(rolesQuery)
  const teams = useQuery(teamsQuery)
  return (
    <>
      <MultiSelect
        label="Roles"
        description="What they may do, and which kinds of fields they see."
        data={choices(roles.data?.items)}
        searchable
        hidePickedOptions
        disabled={!may.roles}
        {...field('roleIds')}
      />
      <MultiSelect
        label="Teams (optional)"
        description="Whose clients they see: teams open the walls to client groups."
        data={choices(teams.data?.items)}
        searchable
        hidePickedOptions
        disabled={!may.teams}
        {...field('teamIds')}
      />
      <TextInput
        type="date"
        label="Last day (optional)"
        description="For auditors and others who come for a limited time. Leave it empty for no end."
        min={dateField(new Date().toISOString())}
        disabled={!may.end}
        styles={{ input: { maxWidth: 240 } }}
        {...field('expiresOn')}
      />
    </>
  )
}
