import { Alert, Box } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../../session/session.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { userQuery } from '../queries.ts'
import { stateOf } from './state.ts'
import { UserActions } from './UserActions.tsx'
import { UserDetails } from './UserDetails.tsx'
import { UserSessions } from './UserSessions.tsx'
import { UserStatusBadge } from './UserStatusBadge.tsx'

const route = getRouteApi('/inside/users/$userId')
const CRUMBS = [{ label: 'Users', to: '/users' as const }]

export function UserPage() {
  const { userId } = route.useParams()
  const { data: user, error, refetch } = useQuery(userQuery(userId))
  const may = useMay()
  const now = useNow()
  if (error && !user)
    return (
      <>
        <PageHeader title="User" crumbs={CRUMBS} />
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </>
    )
  if (!user) return <PageSkeleton />
  return (
    <>
      <PageHeader
        title={user.displayName}
        description={user.email}
        crumbs={CRUMBS}
        badges={<UserStatusBadge user={user} />}
        actions={may('users:manage') && user.status !== 'removed' && <UserActions user={user} />}
      />
      {stateOf(user, now) === 'locked' && (
        <Alert color="red" icon={<IconLock size={18} />} mb="lg">
          Locked after failed attempts, until {dayAndTime(user.lockedUntil!)}.
        </Alert>
      )}
      <Box>
        <UserDetails key={user.id} user={user} />
        {may('sessions:manage') && user.kind === 'person' && <UserSessions user={user} />}
      </Box>
    </>
  )
}
