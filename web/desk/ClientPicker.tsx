import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { calendarDate } from '../ui/time.ts'

interface Props {
  label: string
  description?: string
  value: string | null
  error?: React.ReactNode
  onChange: (id: string | null) => void
  autoFocus?: boolean
}

/** Finds a client by what one knows of them. What is typed is sent in a body and kept in memory only. */
export function ClientPicker({ label, description, value, error, onChange, autoFocus }: Props) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['clients', 'pick', q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q, limit: 10 }, signal })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).map((c) => ({
    value: c.id,
    label: c.birthDate ? `${c.displayName}, born ${calendarDate(c.birthDate)}` : c.displayName,
  }))
  return (
    <Select
      {...(autoFocus && { 'data-autofocus': true })}
      label={label}
      description={description ?? 'Search by name, birth date or MRN.'}
      searchable
      clearable
      // Before anything is typed there is nothing to choose.
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      data={options}
      nothingFoundMessage={q.length < 2 ? 'Type two letters or more' : 'Nobody matches'}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
