import { Skeleton } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { mineQuery } from './queries.ts'
import { RequestList } from './view/RequestList.tsx'

/** What one is asked to sign, and what one has signed. */
export function MySignaturesPage() {
  const mine = useQuery(mineQuery('staff', true))
  return (
    <>
      <PageHeader title="Signatures" description="What you are asked to sign, and what you have signed." />
      <ErrorAlert error={mine.error} onRetry={() => void mine.refetch()} />
      {!mine.data && !mine.error && <Skeleton h={160} radius="md" />}
      {mine.data?.items.length === 0 && (
        <EmptyState icon={IconSignature} title="Nothing to sign">
          Documents that wait for your signature appear here, and you are told by e-mail.
        </EmptyState>
      )}
      <Suspense>{mine.data && <RequestList items={mine.data.items} side="staff" />}</Suspense>
    </>
  )
}
