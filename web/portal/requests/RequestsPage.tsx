import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconTicket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { requestsQuery } from '../queries.ts'
import { RequestList } from './RequestList.tsx'

export function RequestsPage() {
  const { t } = useWords('portal')
  const requests = useQuery(requestsQuery)
  const ask = (
    <Button component={Link} to="/portal/requests/new" leftSection={<IconPlus size={18} />}>
      {t('requests.ask')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('requests.title')} description={t('requests.description')} actions={ask} />
      <ErrorAlert error={requests.error} onRetry={() => void requests.refetch()} />
      {!requests.data && !requests.error && <Skeleton h={160} />}
      {requests.data?.items.length === 0 && (
        <EmptyState icon={IconTicket} title={t('requests.none')} action={ask}>
          {t('requests.noneHint')}
        </EmptyState>
      )}
      {requests.data && <RequestList items={requests.data.items} />}
    </>
  )
}
