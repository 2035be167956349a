import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useWords } from '../../i18n/language.ts'
import { requestQuery } from '../../signatures/queries.ts'
import { SigningView } from '../../signatures/view/SigningView.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

const route = getRouteApi('/portal/portal/signatures/$signatureId')

/** Where a person of the portal signs. */
export function SignaturePage() {
  const { t } = useWords('signatures')
  const { signatureId } = route.useParams()
  const request = useQuery(requestQuery('portal', signatureId))
  const r = request.data
  return (
    <>
      <PageHeader
        title={r?.documentName ?? t('title')}
        crumbs={[{ label: t('list.title'), to: '/portal/signatures' }]}
      />
      <ErrorAlert error={request.error} onRetry={() => void request.refetch()} />
      {!r && !request.error && <Skeleton h={320} radius="lg" />}
      {r && <SigningView key={r.id} request={r} side="portal" />}
    </>
  )
}
