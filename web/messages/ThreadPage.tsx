import { Alert, Badge, Button, Group, Text } from '@mantine/core'
import { IconClock, IconUsers } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { useMay } from '../session/session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { dayAndTime } from '../ui/time.ts'
import { Conversation } from './Conversation.tsx'
import { HandOver } from './HandOver.tsx'
import { type Thread, threadQuery } from './queries.ts'
import { StaffComposer } from './StaffComposer.tsx'

const route = getRouteApi('/inside/messages/$threadId')
const CRUMBS = [{ label: 'Messages', to: '/messages' as const }]

export function ThreadPage() {
  const { threadId } = route.useParams()
  const thread = useQuery(threadQuery(threadId))
  if (thread.error && !thread.data)
    return (
      <>
        <PageHeader title="Conversation" crumbs={CRUMBS} />
        <ErrorAlert error={thread.error} onRetry={() => void thread.refetch()} />
      </>
    )
  if (!thread.data) return <PageSkeleton />
  return <Shown key={threadId} thread={thread.data} />
}

function Shown({ thread: t }: { thread: Thread }) {
  const writes = useMay()('messages:write') && t.writable
  const [handing, setHanding] = useState(false)
  const close = useMutation({
    mutationFn: () =>
      ok(
        api.PATCH('/api/v1/threads/{id}', {
          params: { path: { id: t.id } },
          headers: { 'If-Match': `"${t.version}"` },
          body: { state: t.state === 'open' ? 'closed' : 'open' },
        }),
      ),
    onSuccess: (now) => {
      queryClient.setQueryData(threadQuery(t.id).queryKey, now)
      void queryClient.invalidateQueries({ queryKey: ['threads'] })
    },
  })
  return (
    <>
      <PageHeader
        title={t.subject}
        description={
          <>
            <Link to="/clients/$clientId" params={{ clientId: t.client.id }}>
              {t.client.name}
            </Link>
            , answered by {t.assignee?.name ?? 'nobody yet'}
          </>
        }
        crumbs={CRUMBS}
        badges={t.state === 'closed' && <Badge color="gray">Closed</Badge>}
        actions={
          writes && (
            <Group gap="sm">
              <Button variant="default" onClick={() => setHanding(true)}>
                Hand over
              </Button>
              <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
                {t.state === 'open' ? 'Close' : 'Open again'}
              </Button>
            </Group>
          )
        }
      />
      <ErrorAlert error={close.error} />
      <Group gap={6} mb="md" c="dimmed">
        <IconUsers size={16} aria-hidden />
        <Text size="sm">
          {t.people.length
            ? `With ${t.people.map((p) => p.name).join(', ')}`
            : 'Nobody of the portal takes part any more'}
        </Text>
      </Group>
      {t.away && (
        <Alert color="amber" icon={<IconClock size={18} />} mb="md">
          {t.away.name} is away until {dayAndTime(t.away.until)}.
          {t.away.cover ? ` ${t.away.cover} covers.` : ' Nobody covers.'}
        </Alert>
      )}
      <Conversation
        items={t.items}
        more={t.more}
        filesPath="/files"
        earlier={(before) =>
          ok(api.GET('/api/v1/threads/{id}/messages', { params: { path: { id: t.id }, query: { before } } }))
        }
      />
      {writes && <StaffComposer threadId={t.id} />}
      {handing && <HandOver thread={t} onClose={() => setHanding(false)} />}
    </>
  )
}
