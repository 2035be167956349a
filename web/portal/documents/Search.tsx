import { Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileSearch, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { Card } from '../Card.tsx'
import { DocumentList } from './DocumentList.tsx'

/** Finds documents by words of name and text. What is typed is sent in a body and kept in memory only. */
export function Search({ children }: { children: ReactNode }) {
  const { t } = useWords('documents')
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 250)
  const found = useQuery({
    queryKey: ['documents', 'search', q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/portal/documents/search', { body: { q }, signal })),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <search>
        <TextInput
          type="search"
          size="md"
          label={t('search.label')}
          description={t('search.hint')}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          maxLength={300}
        />
      </search>
      {q.length < 2 && children}
      {q.length > 1 && (
        <Card title={t('search.found')}>
          <ErrorAlert error={found.error} onRetry={() => void found.refetch()} />
          {found.isPending && !found.error && <Skeleton h={120} />}
          {found.data?.items.length === 0 && (
            <EmptyState icon={IconFileSearch} title={t('search.none')}>
              {t('search.noneHint')}
            </EmptyState>
          )}
          {found.data && <DocumentList items={found.data.items} label={t('search.found')} />}
          {found.data?.truncated && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('search.more')}
            </Text>
          )}
        </Card>
      )}
    </>
  )
}
