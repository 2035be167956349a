import { Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { JsonTree } from './JsonTree.tsx'
import type { Resource } from './queries.ts'

interface Props {
  clientId: string
  resource: Resource
  onClose: () => void
}

/** One imported resource, exactly as it came. */
export function ResourceModal({ clientId, resource, onClose }: Props) {
  const one = useQuery({
    queryKey: ['clients', 'resource', clientId, resource.id],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/clients/{id}/resources/{resourceId}', {
          params: { path: { id: clientId, resourceId: resource.id } },
          signal,
        }),
      ),
  })
  return (
    <Dialog onClose={onClose} title={resource.label ?? resource.type} size="xl">
      <ErrorAlert error={one.error} onRetry={() => void one.refetch()} />
      {one.isPending && <Skeleton h={240} />}
      {one.data && (
        <>
          <Group justify="space-between" mb="sm">
            <Text size="sm" c="dimmed">
              FHIR {one.data.type}, as it was imported
            </Text>
            <CopyButton size="xs" value={JSON.stringify(one.data.resource, null, 2)}>
              Copy JSON
            </CopyButton>
          </Group>
          <JsonTree value={one.data.resource} />
        </>
      )}
    </Dialog>
  )
}
