import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'

interface Props {
  value: string | null
  onChange: (id: string | null) => void
}

/** One user, found by name or e-mail address, however many there are. */
export function UserPicker({ value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string }>()
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), 200)
  const people = useQuery({
    queryKey: ['users', 'choices', q],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/users', { params: { query: { limit: 30, ...(q && { q }) } }, signal })),
    placeholderData: keepPreviousData,
  })
  const found = (people.data?.items ?? []).map((u) => ({
    value: u.id,
    label: `${u.displayName} (${u.email})`,
  }))
  // What is chosen stays in the list, though the search has gone on.
  const data = chosen && !found.some((o) => o.value === chosen.value) ? [chosen, ...found] : found
  return (
    <Select
      label="User"
      required
      searchable
      clearable
      placeholder="Name or e-mail address"
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={data}
      nothingFoundMessage={people.error ? 'The users could not be loaded' : 'Nobody matches'}
      value={value}
      onChange={(id, option) => {
        setChosen(id ? (option ?? undefined) : undefined)
        onChange(id)
      }}
    />
  )
}
