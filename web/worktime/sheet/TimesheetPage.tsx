import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconClock, IconSend, IconUserCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useMay } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { dateField } from '../../ui/time.ts'
import { toast, toastError } from '../../ui/toast.tsx'
import { type Sheet, sheetQuery, TOUCHES, waitingQuery } from '../queries.ts'
import { useEntryDialogs } from '../use-entry-dialogs.tsx'
import { durationText, entriesText, sumMinutes } from '../words.ts'
import { WeekGrid } from './WeekGrid.tsx'
import { WeekNav } from './WeekNav.tsx'
import { WeekSkeleton } from './WeekSkeleton.tsx'
import { WeekSummary } from './WeekSummary.tsx'
import { mondayOf } from './week.ts'

const route = getRouteApi('/inside/timesheet')

/** A week of one's own working time, to be set right and handed in. */
export function TimesheetPage() {
  const { week } = route.useSearch()
  const navigate = route.useNavigate()
  const monday = mondayOf(week ?? dateField(new Date().toISOString()))
  const sheet = useQuery(sheetQuery(monday))
  return (
    <>
      <PageHeader
        title="Timesheet"
        description="What you worked on tickets, day by day. Submit a week, and somebody else approves it."
        actions={
          <>
            <Approvals />
            {sheet.data && <Recall sheet={sheet.data} />}
            {sheet.data && <Submit sheet={sheet.data} />}
          </>
        }
      />
      <Group mb="md">
        <WeekNav
          monday={monday}
          onGo={(to) => void navigate({ search: { week: to }, replace: true, resetScroll: false })}
        />
      </Group>
      <ErrorAlert error={sheet.error} onRetry={() => void sheet.refetch()} />
      {sheet.isPending && <WeekSkeleton />}
      {sheet.data && <Week sheet={sheet.data} />}
    </>
  )
}

function Week({ sheet }: { sheet: Sheet }) {
  const { onEdit, onRemove, dialogs } = useEntryDialogs()
  const rejected = sheet.items.filter((e) => e.state === 'rejected').length
  if (sheet.items.length === 0)
    return (
      <EmptyState
        icon={IconClock}
        title="No time in this week"
        action={
          <Button component={Link} to="/tickets" variant="default">
            Go to the tickets
          </Button>
        }
      >
        Time is recorded on its ticket: start the timer there, or add what you worked.
      </EmptyState>
    )
  return (
    <>
      <WeekSummary sheet={sheet} />
      {rejected > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle size={18} />}
          mb="md"
          title={rejected === 1 ? 'One entry was rejected' : `${rejected} entries were rejected`}
        >
          Change what is wrong: it becomes a draft again, to be submitted with the rest.
        </Alert>
      )}
      <WeekGrid sheet={sheet} onEdit={onEdit} onRemove={onRemove} />
      {dialogs}
    </>
  )
}

/** Hands in all drafts of the week. */
function Submit({ sheet }: { sheet: Sheet }) {
  const [asking, setAsking] = useState(false)
  const drafts = sheet.items.filter((e) => e.state === 'draft')
  const submit = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/time-entries/submit', { body: { ids: drafts.map((e) => e.id) } })),
    meta: TOUCHES,
    onSuccess: ({ submitted }) => toast(`${entriesText(submitted)} submitted`),
  })
  if (drafts.length === 0) return null
  return (
    <>
      <Button leftSection={<IconSend size={17} />} onClick={() => setAsking(true)}>
        Submit week
      </Button>
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Submit this week?"
        confirmLabel="Submit"
        onConfirm={() => submit.mutateAsync()}
      >
        {entriesText(drafts.length)}, {durationText(sumMinutes(drafts))}. What you submit can be changed again
        when you take it back before somebody decides, or when it is rejected.
      </ConfirmModal>
    </>
  )
}

/** Takes back what was handed in by mistake, while nobody has decided about it. */
function Recall({ sheet }: { sheet: Sheet }) {
  const waiting = sheet.items.filter((e) => e.state === 'submitted')
  const recall = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/time-entries/recall', { body: { ids: waiting.map((e) => e.id) } })),
    meta: TOUCHES,
    onSuccess: ({ recalled }) => toast(`${entriesText(recalled)} taken back: drafts again`),
    onError: (error) => toastError(error),
  })
  if (waiting.length === 0) return null
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={17} />}
      loading={recall.isPending}
      onClick={() => recall.mutate()}
    >
      Take back
    </Button>
  )
}

/** For those who approve others' time: the way there, with how many wait. */
function Approvals() {
  const may = useMay()('time:approve')
  const waiting = useQuery({ ...waitingQuery, enabled: may }).data?.items.length ?? 0
  if (!may) return null
  return (
    <Button
      component={Link}
      to="/timesheet/approvals"
      variant="default"
      leftSection={<IconUserCheck size={17} />}
    >
      {waiting > 0 ? `To approve (${waiting})` : 'To approve'}
    </Button>
  )
}
