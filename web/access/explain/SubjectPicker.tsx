import { Select, Stack, Tabs, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../session/session.ts'
import { groupList } from '../api.ts'
import { ClientPicker } from './ClientPicker.tsx'

type Way = 'search' | 'group' | 'id'

/** What is asked about, and by which way it was named. */
export interface Subject {
  way: Way
  id: string
}

/** The ways that are open to the asker: who sees no clients names one by its id, or a whole group. */
export function useWays(): { value: Way; label: string }[] {
  const may = useMay()
  const ways: { value: Way; label: string }[] = [{ value: 'id', label: 'Client by id' }]
  if (may('teams:read')) ways.unshift({ value: 'group', label: 'Client group' })
  if (may('clients:read')) ways.unshift({ value: 'search', label: 'Find a client' })
  return ways
}

interface Props {
  ways: { value: Way; label: string }[]
  value: Subject
  onChange: (subject: Subject) => void
}

/** A client found by search, a client named by its id, or a group of clients. */
export function SubjectPicker({ ways, value, onChange }: Props) {
  return (
    <Tabs
      value={value.way}
      onChange={(way) => way && onChange({ way: way as Way, id: '' })}
      keepMounted={false}
    >
      <Tabs.List aria-label="What to explain access to">
        {ways.map((way) => (
          <Tabs.Tab key={way.value} value={way.value}>
            {way.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {ways.map((way) => (
        <Tabs.Panel key={way.value} value={way.value} pt="sm">
          <Stack>
            {way.value === 'search' && (
              <ClientPicker value={value.id} onChange={(id) => onChange({ way: 'search', id })} />
            )}
            {way.value === 'group' && (
              <GroupPicker value={value.id} onChange={(id) => onChange({ way: 'group', id })} />
            )}
            {way.value === 'id' && (
              <TextInput
                label="Client’s id"
                required
                description="From the address of the client’s page, or from the log."
                value={value.id}
                onChange={(e) => onChange({ way: 'id', id: e.currentTarget.value })}
              />
            )}
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

function GroupPicker({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const groups = useQuery(groupList)
  return (
    <Select
      label="Client group"
      required
      searchable
      description="The answer holds for each of its clients, emergency access aside."
      data={(groups.data?.items ?? []).map((g) => ({ value: g.id, label: g.name }))}
      nothingFoundMessage={groups.error ? 'The groups could not be loaded' : 'No such group'}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
