import { Skeleton } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '../../i18n/language.ts'
import { mineQuery } from '../../signatures/queries.ts'
import { RequestList } from '../../signatures/view/RequestList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

/** What a person of the portal is asked to sign, and has signed. */
export function SignaturesPage() {
  const { t } = useWords('signatures')
  const mine = useQuery(mineQuery('portal', true))
  return (
    <>
      <PageHeader title={t('list.title')} description={t('list.hint')} />
      <ErrorAlert error={mine.error} onRetry={() => void mine.refetch()} />
      {!mine.data && !mine.error && <Skeleton h={140} radius="lg" />}
      {mine.data?.items.length === 0 && (
        <EmptyState icon={IconSignature} title={t('list.none')}>
          {t('list.noneHint')}
        </EmptyState>
      )}
      {mine.data && <RequestList items={mine.data.items} side="portal" />}
    </>
  )
}
