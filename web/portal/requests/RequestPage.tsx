import { Badge, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { portalTarget } from '../../files/portal-target.ts'
import { useWords } from '../../i18n/language.ts'
import { Conversation } from '../../messages/Conversation.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Composer } from '../Composer.tsx'
import { requestQuery } from '../queries.ts'
import { RateRequest } from './RateRequest.tsx'

const route = getRouteApi('/portal/portal/requests/$requestId')

/** One request: how it stands, its thread, and the way to answer. */
export function RequestPage() {
  const { t } = useWords('portal')
  const { requestId } = route.useParams()
  const request = useQuery(requestQuery(requestId))
  const crumbs = [{ label: t('request.crumb'), to: '/portal/requests' as const }]
  if (request.error && !request.data)
    return (
      <>
        <PageHeader title={t('request.crumb')} crumbs={crumbs} />
        <ErrorAlert error={request.error} onRetry={() => void request.refetch()} />
      </>
    )
  if (!request.data) return <PageSkeleton />
  const r = request.data
  return (
    <>
      <PageHeader
        title={r.subject}
        description={t('request.number', { n: r.number })}
        crumbs={crumbs}
        badges={<Badge color={r.done ? 'gray' : 'green'}>{r.status}</Badge>}
      />
      <Conversation
        items={r.items.map((m) => ({
          ...m,
          kind: 'message',
          fromPortal: m.own,
          body: m.body ?? t('request.purged'),
        }))}
        more={false}
        filesPath="/portal/files"
        earlier={async () => ({ items: [], more: false })}
      />
      <RateRequest request={r} />
      {r.closed ? (
        <Text mt="lg" c="dimmed">
          {t('request.closed')}
        </Text>
      ) : (
        <Composer
          label={t('request.answer')}
          sendFirst={async (body) => {
            const now = await ok(
              api.POST('/api/v1/portal/requests/{id}/messages', {
                params: { path: { id: r.id } },
                body: { body },
              }),
            )
            queryClient.setQueryData(requestQuery(r.id).queryKey, now)
            void queryClient.invalidateQueries({ queryKey: ['requests'] })
            return portalTarget({ type: 'ticket', id: r.id }, now.items.findLast((m) => m.own)?.id)
          }}
        />
      )}
    </>
  )
}
