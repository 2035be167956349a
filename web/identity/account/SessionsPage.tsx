import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceLaptop } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { problemText } from '../../api/problem.ts'
import type { UserSession } from '../../api/types.ts'
import { signOut } from '../../session/leave.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { mySessionsQuery } from '../queries.ts'
import { sessionColumns } from './session-columns.tsx'

const CRUMBS = [{ label: 'Your account', to: '/account' as const }]

/** Where one is signed in oneself. */
export function SessionsPage() {
  const [asking, setAsking] = useState(false)
  const sessions = useQuery(mySessionsQuery)
  const end = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    meta: { touches: ['sessions'] },
    onSuccess: () => void notifications.show({ message: 'That session is over' }),
    onError: (error) => void notifications.show({ color: 'red', message: problemText(error) }),
  })
  const endOthers = useMutation({
    mutationFn: () => ok(api.DELETE('/api/v1/me/sessions')),
    meta: { touches: ['sessions'] },
    onSuccess: () => void notifications.show({ message: 'You are signed out everywhere else' }),
  })
  const others = sessions.data?.items.some((s) => !s.current)
  const columns: Column<UserSession>[] = [
    ...sessionColumns,
    {
      key: 'end',
      header: 'Actions',
      quietHeader: true,
      align: 'right',
      phone: 'aside',
      interactive: true,
      cell: (s) => (
        <Button
          size="xs"
          variant="default"
          aria-label={s.current ? 'Sign out here' : 'End this session'}
          loading={end.isPending && end.variables === s.id}
          onClick={() => (s.current ? void signOut() : end.mutate(s.id))}
        >
          Sign out
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHeader
        title="Your sessions"
        description="Every device you are signed in on. End what you don’t recognise, then change your password."
        crumbs={CRUMBS}
        actions={
          others && (
            <Button variant="default" onClick={() => setAsking(true)}>
              Sign out everywhere else
            </Button>
          )
        }
      />
      <DataTable
        label="Your sessions"
        columns={columns}
        list={plainList(sessions)}
        rowKey={(s) => s.id}
        empty={<EmptyState icon={IconDeviceLaptop} title="No sessions" />}
      />
      <ConfirmModal
        opened={asking}
        onClose={() => setAsking(false)}
        title="Sign out everywhere else?"
        confirmLabel="Sign out everywhere else"
        onConfirm={() => endOthers.mutateAsync()}
      >
        Only this session goes on. What is not saved elsewhere is lost.
      </ConfirmModal>
    </>
  )
}
