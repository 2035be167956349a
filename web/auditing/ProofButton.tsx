import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'

/** Asks the server to prove that an event is in the log under its newest signed checkpoint. */
export function ProofButton({ eventId }: { eventId: string }) {
  const proof = useMutation({
    mutationFn: () => ok(api.GET('/api/v1/audit/events/{id}/proof', { params: { path: { id: eventId } } })),
  })
  if (proof.data?.holds)
    return (
      <Alert color="green" icon={<IconShieldCheck size={18} />} role="status">
        In the log at place {proof.data.leafIndex.toLocaleString()}, under the checkpoint of{' '}
        {proof.data.size.toLocaleString()} events: {proof.data.proof.length} hashes lead there.
      </Alert>
    )
  if (proof.data)
    return (
      <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">
        The proof does not hold. Export the log and verify it.
      </Alert>
    )
  return (
    <>
      <ErrorAlert error={proof.error} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={17} />}
          loading={proof.isPending}
          onClick={() => proof.mutate()}
        >
          Prove that it is in the log
        </Button>
      </Group>
    </>
  )
}
