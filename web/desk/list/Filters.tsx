import { Button, Group, MultiSelect, Select, TextInput } from '@mantine/core'
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { useIsPhone } from '../../ui/use-is-phone.ts'
import { deskQuery } from '../queries.ts'
import { PRIORITIES } from '../words.ts'
import { MORE, MoreFilters } from './MoreFilters.tsx'
import { type Filter, type Sort, setListState, useListState } from './state.ts'

const SORTS: { value: Sort; label: string }[] = [
  { value: 'updated', label: 'Last changed first' },
  { value: 'created', label: 'Newest first' },
  { value: 'priority', label: 'Most urgent first' },
  { value: 'due', label: 'Due first' },
]

/** Words and filters beside the view. */
export function Filters({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const { filter, q, sort, layout } = useListState()
  const desk = useQuery(deskQuery).data
  const set = (part: Partial<Filter>) => {
    const next = { ...filter, ...part }
    for (const [name, value] of Object.entries(next))
      if (value === undefined || value === null || (Array.isArray(value) && value.length === 0))
        delete next[name as keyof Filter]
    setListState({ filter: next })
  }
  const phone = useIsPhone()
  const [more, setMore] = useState(false)
  const hidden = MORE.filter((name) => filter[name] !== undefined).length
  // A phone has room for the list, or for its filters.
  const shown = !phone || more
  const narrowed = Object.keys(filter).length > 0 || q.trim() !== ''
  return (
    <search>
      <Group gap="xs" mb="xs" wrap="nowrap">
        <TextInput
          ref={search}
          type="search"
          flex="1 1 200px"
          aria-label="Search tickets"
          placeholder="Words, #number, e-mail or tag"
          leftSection={<IconSearch size={17} />}
          value={q}
          onChange={(event) => setListState({ q: event.currentTarget.value })}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} />}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {more ? 'Fewer' : 'More'}
          {hidden > 0 && ` (${hidden})`}
        </Button>
      </Group>
      <Group gap="xs" mb="md">
        {shown && (
          <>
            <MultiSelect
              aria-label="Queues"
              placeholder={filter.queueIds?.length ? undefined : 'All queues'}
              clearable
              data={(desk?.queues ?? []).map((x) => ({ value: x.id, label: x.name }))}
              value={filter.queueIds ?? []}
              onChange={(queueIds) => set({ queueIds })}
              flex="1 1 130px"
              maw={{ sm: 240 }}
            />
            <MultiSelect
              aria-label="Priorities"
              placeholder={filter.priorities?.length ? undefined : 'Any priority'}
              clearable
              data={PRIORITIES.map((p) => ({ value: String(p.value), label: p.label }))}
              value={(filter.priorities ?? []).map(String)}
              onChange={(values) => set({ priorities: values.map(Number) })}
              flex="1 1 130px"
              maw={{ sm: 240 }}
            />
            <Select
              aria-label="Assigned to"
              placeholder="Anybody"
              clearable
              searchable
              data={(desk?.people ?? []).map((x) => ({ value: x.id, label: x.name }))}
              value={filter.assigneeIds?.[0] ?? null}
              onChange={(id) => set({ assigneeIds: id ? [id] : undefined })}
              flex="1 1 120px"
              maw={{ sm: 220 }}
            />
          </>
        )}
        {layout === 'list' && (
          <Select
            aria-label="Order"
            allowDeselect={false}
            data={SORTS}
            value={sort}
            onChange={(value) => value && setListState({ sort: value as Sort })}
            flex="1 1 150px"
            maw={{ sm: 200 }}
          />
        )}
        {narrowed && (
          <Button
            variant="subtle"
            leftSection={<IconX size={16} />}
            onClick={() => setListState({ filter: {}, q: '' })}
          >
            Clear
          </Button>
        )}
      </Group>
      {more && <MoreFilters filter={filter} onChange={set} />}
    </search>
  )
}
