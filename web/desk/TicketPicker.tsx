import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { numberText } from './words.ts'

interface Props {
  value: string | null
  onChange: (id: string | null) => void
  error?: ReactNode
  /** Is not offered. */
  except?: string
  autoFocus?: boolean
}

/** Finds a ticket by its number or by words. What is typed is sent in a body and kept in memory only. */
export function TicketPicker({ value, onChange, error, except, autoFocus }: Props) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['tickets', 'pick', q],
    queryFn: ({ signal }) =>
      ok(api.POST('/api/v1/tickets/search', { body: { filter: { q }, limit: 10, sort: 'updated' }, signal })),
    enabled: q.length > 1 || /^\d$/.test(q),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? [])
    .filter((t) => t.id !== except)
    .map((t) => ({ value: t.id, label: `${numberText(t.number)} ${t.subject}` }))
  return (
    <Select
      {...(autoFocus && { 'data-autofocus': true })}
      label="Ticket"
      description="Search by number or words."
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      data={options}
      nothingFoundMessage={q.length < 2 ? 'Type a number or a word' : 'No ticket matches'}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
