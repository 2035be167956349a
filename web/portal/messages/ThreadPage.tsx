import { Alert, Badge, Text } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Answer } from '../../api/types.ts'
import { Conversation } from '../../messages/Conversation.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { exactTime } from '../../ui/time.ts'
import { Composer } from '../Composer.tsx'
import { threadQuery } from '../queries.ts'

const T = {
  crumb: 'Messages',
  about: (name: string) => `About ${name}`,
  closed: 'Closed',
  reopen: 'This conversation was closed. If you write, it is opened again.',
  away: (name: string, until: string, cover: string | null) =>
    `${name} is away until ${until}.${cover ? ` ${cover} looks after your messages meanwhile.` : ''}`,
  answer: 'Your answer',
}

const route = getRouteApi('/portal/portal/messages/$threadId')

/** One conversation, and the way to answer in it. */
export function ThreadPage() {
  const { threadId } = route.useParams()
  const thread = useQuery(threadQuery(threadId))
  if (thread.error && !thread.data)
    return (
      <>
        <PageHeader title={T.crumb} crumbs={[{ label: T.crumb, to: '/portal/messages' }]} />
        <ErrorAlert error={thread.error} onRetry={() => void thread.refetch()} />
      </>
    )
  if (!thread.data) return <PageSkeleton />
  return <Shown key={threadId} thread={thread.data} />
}

type Thread = Answer<'/api/v1/portal/threads/{id}', 'get'>

function Shown({ thread }: { thread: Thread }) {
  return (
    <>
      <PageHeader
        title={thread.subject}
        description={T.about(thread.client.name)}
        crumbs={[{ label: T.crumb, to: '/portal/messages' }]}
        badges={thread.state === 'closed' && <Badge color="gray">{T.closed}</Badge>}
      />
      {thread.away && (
        <Alert color="amber" icon={<IconClock size={18} />} mb="md">
          {T.away(thread.away.name, exactTime(thread.away.until), thread.away.cover)}
        </Alert>
      )}
      <Conversation
        items={thread.items}
        more={thread.more}
        earlier={(before) =>
          ok(
            api.GET('/api/v1/portal/threads/{id}/messages', {
              params: { path: { id: thread.id }, query: { before } },
            }),
          )
        }
      />
      {thread.state === 'closed' && (
        <Text size="sm" c="dimmed" mt="lg">
          {T.reopen}
        </Text>
      )}
      <Composer
        label={T.answer}
        send={async (body) => {
          const now = await ok(
            api.POST('/api/v1/portal/threads/{id}/messages', {
              params: { path: { id: thread.id } },
              body: { body },
            }),
          )
          queryClient.setQueryData(threadQuery(thread.id).queryKey, now)
          void queryClient.invalidateQueries({ queryKey: ['threads'] })
        }}
      />
    </>
  )
}
