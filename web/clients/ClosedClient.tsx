import { Button, Group } from '@mantine/core'
import { IconFlame, IconUrgent } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { useMay } from '../session/session.ts'
import { ConfirmModal } from '../ui/ConfirmModal.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

interface Props {
  clientId: string
  error: unknown
  onRetry: () => void
}

/** Not there, or behind a wall, which look the same: who holds emergency access can open it here. */
export function ClosedClient({ clientId, error, onRetry }: Props) {
  const may = useMay()
  const cache = useQueryClient()
  const [asking, setAsking] = useState(false)
  const open = useMutation({
    mutationFn: (reason: string) => ok(api.POST('/api/v1/break-glass', { body: { clientId, reason } })),
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['clients'] }),
  })
  const back = (
    <Button component={Link} to="/clients" variant="default">
      Back to the clients
    </Button>
  )
  const missing = error instanceof ApiProblem && (error.status === 404 || error.status === 400)
  return (
    <>
      <PageHeader title="Client" crumbs={[{ label: 'Clients', to: '/clients' }]} />
      {missing ? (
        <EmptyState
          icon={IconUrgent}
          title="Not found, or behind a wall"
          action={
            <Group gap="sm" justify="center">
              {back}
              {error.status === 404 && may('break-glass:use') && (
                <Button color="red" variant="light" onClick={() => setAsking(true)}>
                  Emergency access…
                </Button>
              )}
            </Group>
          }
        >
          No team of yours may see this client, or there is none at this address.
        </EmptyState>
      ) : error instanceof ApiProblem && error.status === 410 ? (
        <EmptyState icon={IconFlame} title="This client’s data was destroyed" action={back}>
          Nobody can read it again. The audit log keeps that it was done, by whom and why.
        </EmptyState>
      ) : (
        <ErrorAlert error={error} onRetry={onRetry} />
      )}
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Emergency access"
        confirmLabel="Open for an hour"
        danger
        reason={{
          label: 'Why can’t it wait?',
          description:
            'At least 10 characters. The privacy officer is alerted, and another person reviews it.',
          required: true,
        }}
        onConfirm={(reason) => open.mutateAsync(reason)}
      >
        You will read this client beyond the walls for one hour; everything that you open is in the log. Use
        it only when care depends on it.
      </ConfirmModal>
    </>
  )
}
