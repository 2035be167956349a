import { Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMay, useSession } from '../../session/session.ts'
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts'
import { colleaguesQuery, deskQuery, nextStatuses, statusOf, type TicketVersion } from '../queries.ts'
import { Refusal } from './NotClosable.tsx'
import { useTicketChange } from './use-change.ts'

/** Where the ticket stands and who has it: what changes most often, so it comes first. Each field saves by itself. */
export function Work(version: TicketVersion) {
  const { ticket } = version
  const may = useMay()
  const { user } = useSession()
  const desk = useQuery(deskQuery).data
  const { change, override, pending, error, reset } = useTicketChange(version)
  // What was refused may be settled meanwhile: an old list of what is missing misleads.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the ticket has changed
  useEffect(reset, [ticket.version, ticket.phiState])
  const locked = !ticket.access.write || pending
  const assigns = !locked && may('tickets:assign')
  const current = statusOf(desk, ticket)
  const statuses = [...(current ? [current] : []), ...nextStatuses(desk, ticket)]
  const workers = useQuery(colleaguesQuery(ticket.id)).data?.items.filter((c) => c.works) ?? []
  const mine = workers.some((c) => c.id === user.id)
  useShortcut(
    assigns && mine && ticket.assigneeId !== user.id ? 'm' : undefined,
    'Assign this ticket to me',
    () => change({ assigneeId: user.id }),
  )
  return (
    <Stack gap="sm">
      <Select
        label="Status"
        data={statuses.map((s) => ({ value: s.key, label: s.name }))}
        value={ticket.status}
        allowDeselect={false}
        disabled={locked}
        onChange={(status) => status && status !== ticket.status && change({ status })}
      />
      <Refusal error={error} pending={pending} onOverride={override} />
      <Select
        label="Assigned to"
        placeholder="Nobody yet"
        clearable
        searchable
        data={[
          ...workers.filter((p) => p.id === user.id).map((p) => ({ value: p.id, label: `${p.name} (you)` })),
          ...workers.filter((p) => p.id !== user.id).map((p) => ({ value: p.id, label: p.name })),
          ...former(ticket, workers),
        ]}
        value={ticket.assigneeId}
        disabled={!assigns}
        onChange={(assigneeId) => change({ assigneeId })}
      />
      <Select
        label="Team"
        placeholder="No team"
        clearable
        data={(desk?.teams ?? []).map((t) => ({ value: t.id, label: t.name }))}
        value={ticket.teamId}
        disabled={!assigns}
        onChange={(teamId) => change({ teamId })}
      />
    </Stack>
  )
}

/** Who has the ticket though they may not work on it any more: named, so that somebody gives it to another. */
const former = (ticket: TicketVersion['ticket'], workers: { id: string }[]) =>
  ticket.assigneeId && !workers.some((w) => w.id === ticket.assigneeId)
    ? [{ value: ticket.assigneeId, label: ticket.assigneeName ?? 'Somebody', disabled: true }]
    : []
