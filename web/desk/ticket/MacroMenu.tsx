import { Button, Menu } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import type { Ticket } from '../queries.ts'

export const macrosQuery = {
  queryKey: ['ticket-macros'],
  queryFn: ({ signal }: { signal: AbortSignal }) => ok(api.GET('/api/v1/ticket-macros', { signal })),
  staleTime: 60_000,
}

/** Canned replies and what comes with them, in one step. */
export function MacroMenu({ ticket }: { ticket: Ticket }) {
  const macros = useQuery(macrosQuery).data?.items ?? []
  const apply = useMutation({
    mutationFn: (macroId: string) =>
      ok(
        api.POST('/api/v1/tickets/{id}/macros/{macroId}/apply', {
          params: { path: { id: ticket.id, macroId } },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: {},
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tickets'] }),
  })
  if (macros.length === 0) return null
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconBolt size={16} />}
            loading={apply.isPending}
          >
            Macro
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {macros.map((m) => (
            <Menu.Item key={m.id} onClick={() => apply.mutate(m.id)}>
              {m.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ErrorAlert error={apply.error} />
    </>
  )
}
