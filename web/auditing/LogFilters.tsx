import { Button, Collapse, Group, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react'
import { useIsPhone } from '../ui/use-is-phone.ts'
import { isId, type LogFilter, NO_LOG_FILTER } from './filter.ts'
import { usePeople } from './people.ts'
import { ACTIONS, OBJECTS } from './words.ts'

interface Props {
  filter: LogFilter
  onChange: (filter: LogFilter) => void
}

const OUTCOMES = [
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Refused' },
  { value: 'failed', label: 'Failed' },
]
const idError = (text: string) => (text.trim() && !isId(text) ? 'A whole id, such as 0198c0de-…' : undefined)

/** The filters of the log. On a phone they open below a button. */
export function LogFilters({ filter: f, onChange }: Props) {
  const phone = useIsPhone()
  const people = usePeople()
  const count = Object.values(f).filter(Boolean).length
  const [opened, { toggle }] = useDisclosure(count > 0)
  const set = (change: Partial<LogFilter>) => onChange({ ...f, ...change })
  const fields = (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="sm" mb="md">
      {people && (
        <Select
          label="Who"
          placeholder="Anybody"
          clearable
          searchable
          data={people}
          value={f.actorId}
          onChange={(actorId) => set({ actorId })}
        />
      )}
      <Select
        label="What"
        placeholder="Anything"
        clearable
        searchable
        data={ACTIONS}
        value={f.action}
        onChange={(action) => set({ action })}
      />
      <Select
        label="On"
        placeholder="Anything"
        clearable
        data={OBJECTS}
        value={f.objectType}
        onChange={(objectType) => set({ objectType })}
      />
      <Select
        label="Outcome"
        placeholder="Any"
        clearable
        data={OUTCOMES}
        value={f.outcome}
        onChange={(outcome) => set({ outcome })}
      />
      <TextInput type="date" label="From" value={f.from} onChange={(e) => set({ from: e.target.value })} />
      <TextInput type="date" label="To" value={f.to} onChange={(e) => set({ to: e.target.value })} />
      <TextInput
        label="Id of the client, user, …"
        placeholder="Any"
        value={f.objectId}
        error={idError(f.objectId)}
        onChange={(e) => set({ objectId: e.target.value })}
      />
      <TextInput
        label="Id of the session"
        placeholder="Any"
        value={f.sessionId}
        error={idError(f.sessionId)}
        onChange={(e) => set({ sessionId: e.target.value })}
      />
    </SimpleGrid>
  )
  const clear = count > 0 && (
    <Button variant="subtle" leftSection={<IconX size={16} />} onClick={() => onChange(NO_LOG_FILTER)}>
      Clear filters
    </Button>
  )
  if (!phone)
    return (
      <search>
        {fields}
        {clear && <Group mb="md">{clear}</Group>}
      </search>
    )
  return (
    <search>
      <Group mb="sm" gap="sm">
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={18} />}
          aria-expanded={opened}
          onClick={toggle}
        >
          Filter{count > 0 ? ` (${count})` : ''}
        </Button>
        {clear}
      </Group>
      <Collapse expanded={opened}>{fields}</Collapse>
    </search>
  )
}
