import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconTicket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { requestsQuery } from '../queries.ts'
import { RequestList } from './RequestList.tsx'

const T = {
  title: 'Requests',
  description: 'What you asked the service desk for, and how it stands.',
  ask: 'Ask for something',
  none: 'No requests yet',
  noneHint: 'A form you need, something that does not work, a change of address: ask, and follow it here.',
}

export function RequestsPage() {
  const requests = useQuery(requestsQuery)
  const ask = (
    <Button component={Link} to="/portal/requests/new" leftSection={<IconPlus size={18} />}>
      {T.ask}
    </Button>
  )
  return (
    <>
      <PageHeader title={T.title} description={T.description} actions={ask} />
      <ErrorAlert error={requests.error} onRetry={() => void requests.refetch()} />
      {!requests.data && !requests.error && <Skeleton h={160} />}
      {requests.data?.items.length === 0 && (
        <EmptyState icon={IconTicket} title={T.none} action={ask}>
          {T.noneHint}
        </EmptyState>
      )}
      {requests.data && <RequestList items={requests.data.items} />}
    </>
  )
}
