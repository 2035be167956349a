import { Center, List, Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { RecordLink } from './RecordLink.tsx'

/** Which records the lists of one visit showed. */
export function ListedRecords({
  sessionId,
  after,
  onClose,
}: {
  sessionId: string
  after: string | null
  onClose: () => void
}) {
  const { data, error } = useQuery({
    queryKey: ['audit', 'listed', sessionId, after],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/audit/sessions/{id}/listed', {
          params: { path: { id: sessionId }, query: after ? { after } : {} },
          signal,
        }),
      ),
  })
  return (
    <Dialog onClose={onClose} title="Records in a list">
      <ErrorAlert error={error} />
      {!data && !error && (
        <Center p="lg">
          <Loader aria-label="Loading" />
        </Center>
      )}
      {data && (
        <List listStyleType="none" spacing={6} aria-label="Records that the list showed">
          {data.items.map(({ id, type, label }) => (
            <List.Item key={id}>
              <RecordLink record={{ type: type ?? 'Record', id, label: label ?? undefined }} />
            </List.Item>
          ))}
        </List>
      )}
      {data?.more && (
        <Text size="sm" c="dimmed" mt="sm">
          These are the first thousand.
        </Text>
      )}
    </Dialog>
  )
}
