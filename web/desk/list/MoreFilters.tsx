import { MultiSelect, Select, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ClientPicker } from '../ClientPicker.tsx'
import { deskQuery } from '../queries.ts'
import type { Filter } from './state.ts'

/** What is narrowed to here, and seldom. */
export const MORE = [
  'typeIds',
  'statuses',
  'teamIds',
  'due',
  'clientId',
  'channel',
] as const satisfies (keyof Filter)[]

const DUE = [
  { value: 'late', label: 'Late' },
  { value: 'day', label: 'Due within a day' },
  { value: 'week', label: 'Due within a week' },
]
const CHANNELS = [
  { value: 'web', label: 'The desk' },
  { value: 'email', label: 'E-mail' },
  { value: 'portal', label: 'The portal' },
  { value: 'api', label: 'A program' },
]

interface Props {
  filter: Filter
  onChange: (part: Partial<Filter>) => void
}

/** Filters beyond those that are always there. */
export function MoreFilters({ filter, onChange }: Props) {
  const desk = useQuery(deskQuery).data
  const statuses = new Map(desk?.flows.flatMap((f) => f.statuses).map((s) => [s.key, s.name]))
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs" mb="md">
      <MultiSelect
        label="Type"
        clearable
        data={(desk?.types ?? []).map((x) => ({ value: x.id, label: x.name }))}
        value={filter.typeIds ?? []}
        onChange={(typeIds) => onChange({ typeIds })}
      />
      <MultiSelect
        label="Status"
        clearable
        data={[...statuses].map(([value, label]) => ({ value, label }))}
        value={filter.statuses ?? []}
        onChange={(chosen) => onChange({ statuses: chosen })}
      />
      <MultiSelect
        label="Team"
        clearable
        data={(desk?.teams ?? []).map((x) => ({ value: x.id, label: x.name }))}
        value={filter.teamIds ?? []}
        onChange={(teamIds) => onChange({ teamIds })}
      />
      <Select
        label="Due"
        clearable
        data={DUE}
        value={filter.due ?? null}
        onChange={(due) => onChange({ due: (due as Filter['due']) ?? undefined })}
      />
      <Select
        label="Came by"
        clearable
        data={CHANNELS}
        value={filter.channel ?? null}
        onChange={(channel) => onChange({ channel: (channel as Filter['channel']) ?? undefined })}
      />
      <ClientPicker
        label="Client"
        description=""
        value={filter.clientId ?? null}
        onChange={(clientId) => onChange({ clientId: clientId ?? undefined })}
      />
    </SimpleGrid>
  )
}
