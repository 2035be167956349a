import { Checkbox, MultiSelect, Radio, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { facilityList, teamList } from '../../access/api.ts'
import type { SettingsValue } from './settings-value.ts'

/** For whom a form is there in the portal. */
export function Settings({
  value,
  onChange,
}: {
  value: SettingsValue
  onChange: (v: SettingsValue) => void
}) {
  const facilities = useQuery(facilityList)
  const teams = useQuery(teamList)
  return (
    <Stack>
      <Checkbox
        label="People of the portal may fill it in without being asked"
        description="Otherwise they see it when it is sent to them."
        checked={value.atWill}
        onChange={(e) => onChange({ ...value, atWill: e.currentTarget.checked })}
      />
      {value.atWill && (
        <Radio.Group
          label="Where"
          value={value.everywhere ? 'all' : 'some'}
          onChange={(next) => onChange({ ...value, everywhere: next === 'all' })}
        >
          <Stack gap={8} mt={6}>
            <Radio value="all" label="At all facilities" />
            <Radio value="some" label="At some of them" />
          </Stack>
        </Radio.Group>
      )}
      {value.atWill && !value.everywhere && (
        <MultiSelect
          label="Facilities"
          description="Whoever belongs to one of them, or whose client does."
          searchable
          hidePickedOptions
          data={facilities.data?.items.map((f) => ({ value: f.id, label: f.name })) ?? []}
          value={value.facilityIds}
          onChange={(ids) => onChange({ ...value, facilityIds: [...ids].sort() })}
        />
      )}
      <Select
        label="A team that is told when it is handed in"
        description="Besides whoever sent it. Told are those who may read answers and see the client."
        placeholder="None"
        clearable
        searchable
        data={teams.data?.items.map((team) => ({ value: team.id, label: team.name })) ?? []}
        value={value.toldTeamId}
        onChange={(toldTeamId) => onChange({ ...value, toldTeamId })}
      />
    </Stack>
  )
}
