import { Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileSearch, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, ok } from '../api/client.ts'
import type { Answer } from '../api/types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { plainList } from '../ui/table/plain-list.ts'
import { DOCUMENT_COLUMNS, documentLink } from './folder/columns.tsx'

/** Finds documents by words of name, tags and text. What is typed is sent in a body and kept in memory only. */
export function Search({ children }: { children: ReactNode }) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 250)
  const found = useQuery({
    queryKey: ['documents', 'search', q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/documents/search', { body: { q }, signal })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <search>
        <TextInput
          type="search"
          label="Search documents"
          description="By words of the name, the tags or the text."
          leftSection={<IconSearch size={17} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          maxLength={300}
          mb="lg"
        />
      </search>
      {q.length < 2 ? children : <Found list={found} />}
    </>
  )
}

type Answered = UseQueryResult<Answer<'/api/v1/documents/search', 'post'>>

function Found({ list }: { list: Answered }) {
  if (list.isPending && !list.error) return <Skeleton h={120} />
  return (
    <>
      <DataTable
        label="Documents found"
        columns={DOCUMENT_COLUMNS}
        list={plainList(list)}
        rowKey={(d) => d.id}
        rowLink={documentLink}
        empty={
          <EmptyState icon={IconFileSearch} title="Nothing found">
            A name is found by how its words begin, a text by whole words.
          </EmptyState>
        }
      />
      {list.data?.truncated && (
        <Text size="sm" c="dimmed" mt="xs">
          There are more. Add a word to narrow it down.
        </Text>
      )}
    </>
  )
}
