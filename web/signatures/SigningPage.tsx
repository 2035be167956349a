import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { requestQuery } from './queries.ts'
import { SigningView } from './view/SigningView.tsx'

const route = getRouteApi('/inside/signatures/$signatureId')

/** Where somebody who works here signs. */
export function SigningPage() {
  const { signatureId } = route.useParams()
  const request = useQuery(requestQuery('staff', signatureId))
  const r = request.data
  if (!r && !request.error) return <PageSkeleton />
  return (
    <>
      <PageHeader
        title={r?.documentName ?? 'Sign a document'}
        crumbs={
          r?.documentName
            ? [{ label: 'Document', to: '/documents/$documentId', params: { documentId: r.documentId } }]
            : [{ label: 'Signatures', to: '/signatures' }]
        }
      />
      <ErrorAlert error={request.error} onRetry={() => void request.refetch()} />
      <Suspense>{r && <SigningView key={r.id} request={r} side="staff" />}</Suspense>
    </>
  )
}
