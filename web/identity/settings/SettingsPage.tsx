import { useQuery } from '@tanstack/react-query'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { organizationQuery } from '../queries.ts'
import { SettingsForm } from './SettingsForm.tsx'

export function SettingsPage() {
  const { data, error, refetch } = useQuery(organizationQuery)
  if (!data && !error) return <PageSkeleton />
  return (
    <>
      <PageHeader title="Settings" description="How people sign in to your organization, and for how long." />
      {data ? (
        <SettingsForm organization={data} />
      ) : (
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      )}
    </>
  )
}
