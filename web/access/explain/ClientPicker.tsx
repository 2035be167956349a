import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { calendarDate } from '../../ui/time.ts'

/** One client, by the same search as everywhere: it finds those whom the asker may see. */
export function ClientPicker({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string }>()
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), 200)
  const found = useQuery({
    queryKey: ['clients', 'explain', q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q, limit: 10 }, signal })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
  const options = (q.length > 1 ? (found.data?.items ?? []) : []).map((c) => ({
    value: c.id,
    label: c.birthDate ? `${c.displayName}, born ${calendarDate(c.birthDate)}` : c.displayName,
  }))
  const data = chosen && !options.some((o) => o.value === chosen.value) ? [chosen, ...options] : options
  return (
    <Select
      label="Client"
      required
      searchable
      clearable
      description="Search by name, birth date, telephone or MRN. You find the clients whom you may see yourself."
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      data={data}
      nothingFoundMessage={
        found.error
          ? 'The search did not work'
          : q.length < 2
            ? 'Type two letters or more'
            : found.isFetching
              ? 'Searching'
              : 'Nobody matches'
      }
      value={value || null}
      onChange={(id, option) => {
        setChosen(id ? (option ?? undefined) : undefined)
        onChange(id ?? '')
      }}
    />
  )
}
