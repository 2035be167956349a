import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconPlugConnected, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import type { ServiceToken } from '../../api/types.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { plainList } from '../../ui/table/plain-list.ts'
import { columns } from './columns.tsx'
import { NewTokenModal } from './NewTokenModal.tsx'

/** What programs sign in with. */
export function TokensPage() {
  const [opened, { open, close }] = useDisclosure(false)
  const [revoking, setRevoking] = useState<ServiceToken>()
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/tokens', { signal })),
  })
  const revoke = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
    meta: { touches: ['tokens'] },
    onSuccess: () => void notifications.show({ message: 'The token is revoked' }),
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={open}>
      New token
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Service tokens"
        description="With a token a program does over the API what its scopes allow, and no more. The log names each."
        actions={add}
      />
      <DataTable
        label="Service tokens"
        columns={[
          ...columns,
          {
            key: 'revoke',
            header: 'Actions',
            quietHeader: true,
            align: 'right',
            phone: 'aside',
            interactive: true,
            cell: (t) => <Revoke token={t} onClick={() => setRevoking(t)} />,
          },
        ]}
        list={plainList(tokens)}
        rowKey={(t) => t.id}
        empty={
          <EmptyState icon={IconPlugConnected} title="No tokens" action={add}>
            Make one for each program, with the least it needs and an end.
          </EmptyState>
        }
      />
      <NewTokenModal opened={opened} onClose={close} />
      <ConfirmModal
        opened={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title={`Revoke ${revoking?.name ?? ''}?`}
        confirmLabel="Revoke"
        danger
        onConfirm={() => revoke.mutateAsync(revoking!.id)}
      >
        The program that uses it is refused from the next request on. This can’t be undone.
      </ConfirmModal>
    </>
  )
}

function Revoke({ token, onClick }: { token: ServiceToken; onClick: () => void }) {
  if (token.revokedAt) return null
  return (
    <Tooltip label="Revoke">
      <ActionIcon aria-label={`Revoke ${token.name}`} onClick={onClick}>
        <IconTrash size={17} />
      </ActionIcon>
    </Tooltip>
  )
}
