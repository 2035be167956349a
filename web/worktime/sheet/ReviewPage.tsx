import { Alert, Group } from '@mantine/core'
import { IconClock, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useSession } from '../../session/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { type Crumb, PageHeader } from '../../ui/PageHeader.tsx'
import { dateField } from '../../ui/time.ts'
import { sheetQuery, waitingQuery } from '../queries.ts'
import { Decide } from './Decide.tsx'
import { Reopen } from './Reopen.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import { WeekNav } from './WeekNav.tsx'
import { WeekSkeleton } from './WeekSkeleton.tsx'
import { WeekSummary } from './WeekSummary.tsx'
import { isDay, mondayOf } from './week.ts'

const CRUMBS: Crumb[] = [
  { label: 'Timesheet', to: '/timesheet' },
  { label: 'To approve', to: '/timesheet/approvals' },
]
const route = getRouteApi('/inside/timesheet/approvals/$userId/$week')

/** Somebody's week, with what waits in it to be approved or rejected. */
export function ReviewPage() {
  const { userId, week } = route.useParams()
  const navigate = route.useNavigate()
  const { user } = useSession()
  const monday = mondayOf(isDay(week) ? week : dateField(new Date().toISOString()))
  const sheet = useQuery(sheetQuery(monday, userId))
  const waiting = useQuery(waitingQuery).data?.items
  const name =
    sheet.data?.items[0]?.userName ?? waiting?.find((w) => w.userId === userId)?.userName ?? 'somebody'
  const own = userId === user.id
  const open = sheet.data?.items.filter((e) => e.state === 'submitted') ?? []
  return (
    <>
      <PageHeader
        title={own ? 'Your own week' : `Week of ${name}`}
        crumbs={CRUMBS}
        actions={!own && sheet.data && <Reopen sheet={sheet.data} />}
      />
      <Group mb="md">
        <WeekNav
          monday={monday}
          onGo={(to) => void navigate({ params: { userId, week: to }, replace: true, resetScroll: false })}
        />
      </Group>
      <ErrorAlert error={sheet.error} onRetry={() => void sheet.refetch()} />
      {sheet.isPending && <WeekSkeleton />}
      {own && (
        <Alert icon={<IconUser size={18} />} color="blue" mb="md">
          Somebody else decides about your time.
        </Alert>
      )}
      {sheet.data && sheet.data.items.length === 0 && (
        <EmptyState icon={IconClock} title="No time in this week">
          Nothing was recorded on tickets that you may see.
        </EmptyState>
      )}
      {sheet.data && sheet.data.items.length > 0 && (
        <>
          <WeekSummary sheet={sheet.data} />
          {own || open.length === 0 ? (
            <WeekGrid sheet={sheet.data} />
          ) : (
            <Decide key={monday} sheet={sheet.data} open={open} />
          )}
        </>
      )}
    </>
  )
}
