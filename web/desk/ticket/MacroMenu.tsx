import { Button, Menu } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Item } from '../../api/types.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import type { Ticket } from '../queries.ts'

export const macrosQuery = {
  queryKey: ['ticket-macros'],
  queryFn: ({ signal }: { signal: AbortSignal }) => ok(api.GET('/api/v1/ticket-macros', { signal })),
  staleTime: 60_000,
}

type Macro = Item<'/api/v1/ticket-macros'>
interface Props {
  ticket: Ticket
  /** Puts a canned reply into the box, to look over before it is sent. */
  onText: (body: string, kind: 'public' | 'internal') => void
}

const DOES = [
  'status',
  'assignee',
  'impact',
  'urgency',
  'queueId',
  'typeId',
  'teamId',
  'checklistIds',
  'addTags',
  'removeTags',
] as const
/** A macro that only writes. What does more is done at once. */
const onlyText = (m: Macro) => Boolean(m.body) && !DOES.some((what) => m[what])

/** Canned replies, and what comes with them in one step. */
export function MacroMenu({ ticket, onText }: Props) {
  const macros = useQuery(macrosQuery).data?.items ?? []
  const apply = useMutation({
    mutationFn: async (macro: Macro) => {
      const params = { path: { id: ticket.id, macroId: macro.id } }
      if (onlyText(macro)) {
        const { body } = await ok(
          api.POST('/api/v1/tickets/{id}/macros/{macroId}/fill', { params, body: {} }),
        )
        onText(body, macro.kind)
        return
      }
      await ok(
        api.POST('/api/v1/tickets/{id}/macros/{macroId}/apply', {
          params,
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: {},
        }),
      )
      await queryClient.invalidateQueries({ queryKey: ['tickets'] })
    },
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
            <Menu.Item key={m.id} onClick={() => apply.mutate(m)}>
              {m.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item component={Link} to="/macros">
            Edit macros
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorAlert error={apply.error} />
    </>
  )
}
