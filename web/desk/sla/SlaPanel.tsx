import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { Panel } from '../ticket/Panel.tsx'
import { ClockLine } from './ClockLine.tsx'

/** What was promised for this ticket, and how both of its clocks stand. */
export function SlaPanel({ ticketId }: { ticketId: string }) {
  const sla = useQuery({
    queryKey: ['tickets', 'sla', ticketId],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tickets/{id}/sla', { params: { path: { id: ticketId } }, signal })),
  })
  if (sla.error) return <ErrorAlert error={sla.error} onRetry={() => void sla.refetch()} />
  if (!sla.data?.policy) return null
  const { policy, response, resolution } = sla.data
  if (response.state === 'none' && resolution.state === 'none') return null
  return (
    <Panel title="Service level">
      <Stack gap="xs">
        <ClockLine name="First answer" clock={response} />
        <ClockLine name="Resolution" clock={resolution} />
        <Text size="xs" c="dimmed">
          By the policy {policy.name}, in open hours
        </Text>
      </Stack>
    </Panel>
  )
}
