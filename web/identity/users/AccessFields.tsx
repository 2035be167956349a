import { MultiSelect, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { dateField } from '../../ui/time.ts'
import { rolesQuery, teamsQuery } from '../queries.ts'

interface Props {
  field: (name: 'roleIds' | 'teamIds' | 'expiresOn') => GetInputPropsReturnType
  readOnly?: boolean
}

/** What a user may do (roles), whom they serve (teams), and for how long. */
export function AccessFields({ field, readOnly }: Props) {
  const roles = useQuery(rolesQuery)
  const teams = useQuery(teamsQuery)
  const choices = (list: { id: string; name: string }[] | undefined) =>
    (list ?? []).map((x) => ({ value: x.id, label: x.name }))
  return (
    <>
      <MultiSelect
        label="Roles"
        description="What they may do, and which kinds of fields they see."
        data={choices(roles.data?.items)}
        searchable
        readOnly={readOnly}
        hidePickedOptions
        required
        {...field('roleIds')}
      />
      <MultiSelect
        label="Teams"
        description="Whose clients they see: teams open the walls to client groups."
        data={choices(teams.data?.items)}
        searchable
        readOnly={readOnly}
        hidePickedOptions
        {...field('teamIds')}
      />
      <TextInput
        type="date"
        label="Last day"
        description="For auditors and others who come for a limited time. Empty for no end."
        min={dateField(new Date().toISOString())}
        readOnly={readOnly}
        maw={240}
        {...field('expiresOn')}
      />
    </>
  )
}
