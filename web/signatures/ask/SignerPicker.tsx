import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'

export interface Picked {
  userId: string
  name: string
  kind: 'person' | 'portal'
}

interface Props {
  documentId: string
  /** Who is picked already. */
  without: readonly string[]
  error?: string | undefined
  onPick: (person: Picked) => void
}

/** Finds somebody who may see the document. What is typed is sent in a body and kept in memory only. */
export function SignerPicker({ documentId, without, error, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['signatures', 'signers', documentId, q],
    queryFn: ({ signal }) =>
      ok(
        api.POST('/api/v1/documents/{id}/signers', {
          params: { path: { id: documentId } },
          body: { q },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })
  const people = (found.data?.items ?? []).filter((p) => !without.includes(p.userId))
  return (
    <Select
      label="Add somebody"
      description="Who works here and may see the document, or a person of the portal whom it concerns."
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={people.map((p) => ({
        value: p.userId,
        label: p.kind === 'portal' ? `${p.name} (portal)` : p.name,
      }))}
      nothingFoundMessage={found.isPending ? 'Looking…' : 'Nobody matches'}
      value={null}
      error={error}
      onChange={(id) => {
        const person = people.find((p) => p.userId === id)
        if (person) onPick(person)
        setTyped('')
      }}
    />
  )
}
