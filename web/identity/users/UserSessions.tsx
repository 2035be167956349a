import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceLaptop } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import type { User } from '../../api/types.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { sessionColumns } from '../account/session-columns.tsx'
import { userSessionsQuery } from '../queries.ts'

/** Where a user is signed in, and the way to end it. */
export function UserSessions({ user }: { user: User }) {
  const [asking, setAsking] = useState(false)
  const sessions = useQuery(userSessionsQuery(user.id))
  const end = useMutation({
    mutationFn: () => ok(api.DELETE('/api/v1/users/{id}/sessions', { params: { path: { id: user.id } } })),
    meta: { touches: ['sessions'] },
    onSuccess: () => void notifications.show({ message: `${user.displayName} is signed out everywhere` }),
  })
  const any = (sessions.data?.items.length ?? 0) > 0
  return (
    <Section
      title="Sessions"
      actions={
        any && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            Sign out everywhere
          </Button>
        )
      }
    >
      <DataTable
        label={`Sessions of ${user.displayName}`}
        columns={sessionColumns}
        list={plainList(sessions)}
        rowKey={(s) => s.id}
        empty={<EmptyState icon={IconDeviceLaptop} title="Not signed in anywhere" />}
      />
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Sign ${user.displayName} out everywhere?`}
        confirmLabel="Sign out everywhere"
        onConfirm={() => end.mutateAsync()}
      >
        What they have not saved is lost. They can sign in again.
      </ConfirmModal>
    </Section>
  )
}
