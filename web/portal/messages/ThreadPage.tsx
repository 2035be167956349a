import { Alert, Badge, Text } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Answer } from '../../api/types.ts'
import { portalTarget } from '../../files/portal-target.ts'
import { useFormats } from '../../i18n/format.ts'
import { useWords } from '../../i18n/language.ts'
import { Conversation } from '../../messages/Conversation.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Composer } from '../Composer.tsx'
import { threadQuery } from '../queries.ts'

const route = getRouteApi('/portal/portal/messages/$threadId')

/** One conversation, and the way to answer in it. */
export function ThreadPage() {
  const { t } = useWords('portal')
  const { threadId } = route.useParams()
  const thread = useQuery(threadQuery(threadId))
  if (thread.error && !thread.data)
    return (
      <>
        <PageHeader
          title={t('thread.crumb')}
          crumbs={[{ label: t('thread.crumb'), to: '/portal/messages' }]}
        />
        <ErrorAlert error={thread.error} onRetry={() => void thread.refetch()} />
      </>
    )
  if (!thread.data) return <PageSkeleton />
  return <Shown key={threadId} thread={thread.data} />
}

type Thread = Answer<'/api/v1/portal/threads/{id}', 'get'>

function Shown({ thread }: { thread: Thread }) {
  const { moment } = useFormats()
  const { t } = useWords('portal')
  const target = useMemo(() => portalTarget({ type: 'thread', id: thread.id }), [thread.id])
  return (
    <>
      <PageHeader
        title={thread.subject}
        description={t('thread.about', { name: thread.client.name })}
        crumbs={[{ label: t('thread.crumb'), to: '/portal/messages' }]}
        badges={thread.state === 'closed' && <Badge color="gray">{t('thread.closed')}</Badge>}
      />
      {thread.away && (
        <Alert color="amber" icon={<IconClock size={18} />} mb="md">
          {thread.away.cover
            ? t('thread.awayCover', {
                name: thread.away.name,
                until: moment(thread.away.until),
                cover: thread.away.cover,
              })
            : t('thread.away', { name: thread.away.name, until: moment(thread.away.until) })}
        </Alert>
      )}
      <Conversation
        items={thread.items}
        more={thread.more}
        filesPath="/portal/files"
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
          {t('thread.reopen')}
        </Text>
      )}
      <Composer
        label={t('thread.answer')}
        target={target}
        send={async (body, files) => {
          const now = await ok(
            api.POST('/api/v1/portal/threads/{id}/messages', {
              params: { path: { id: thread.id } },
              body: { body, files },
            }),
          )
          queryClient.setQueryData(threadQuery(thread.id).queryKey, now)
          void queryClient.invalidateQueries({ queryKey: ['threads'] })
        }}
      />
    </>
  )
}
