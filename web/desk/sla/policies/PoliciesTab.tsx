import { ActionIcon, Badge, Button } from '@mantine/core'
import { IconClockCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../../api/client.ts'
import { ConfirmModal } from '../../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { moved } from '../../../ui/order/move.ts'
import { Section } from '../../../ui/Section.tsx'
import { toastError } from '../../../ui/toast.tsx'
import { SettingList } from '../../settings/SettingList.tsx'
import { priorityOf } from '../../words.ts'
import { openTime } from '../due.ts'
import { calendarsQuery, type Policy, policiesQuery } from '../queries.ts'
import { SweepProgress } from '../SweepProgress.tsx'
import { PolicyModal } from './PolicyModal.tsx'

/** For whom, and the tightest promise of it. */
function policyText(p: Policy): string {
  const narrowed = [
    p.groupIds.length + p.clientIds.length > 0 && 'some clients',
    p.priorities.length > 0 && p.priorities.map((x) => priorityOf(x).label.toLowerCase()).join(', '),
    p.typeIds.length > 0 && 'some types',
  ].filter(Boolean)
  const [first] = p.targets
  const times = first && [
    first.responseMinutes !== null && `answered in ${openTime(first.responseMinutes)}`,
    first.resolutionMinutes !== null && `resolved in ${openTime(first.resolutionMinutes)}`,
  ]
  return [
    narrowed.length ? `For ${narrowed.join(', ')}` : 'For all tickets',
    first && `${priorityOf(first.priority).label}: ${times?.filter(Boolean).join(', ')}`,
    p.calendarName,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What is promised to whom, in the order in which it is asked. */
export function PoliciesTab() {
  const cache = useQueryClient()
  const policies = useQuery(policiesQuery)
  const calendars = useQuery(calendarsQuery).data?.items
  const [editing, setEditing] = useState<Policy | 'new'>()
  const [removing, setRemoving] = useState<Policy>()
  const order = useMutation({
    mutationFn: (ids: string[]) => ok(api.PUT('/api/v1/sla/policies/order', { body: { ids } })),
    onError: (error) => toastError(error, 'The order could not be kept'),
    meta: { touches: ['sla'] },
    onSettled: () => cache.invalidateQueries({ queryKey: ['sla'] }),
  })
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/sla/policies/{id}', { params: { path: { id } } })),
    meta: { touches: ['sla', 'tickets'] },
  })
  const move = (from: number, to: number) => {
    const old = cache.getQueryData(policiesQuery.queryKey)
    if (!old) return
    const items = moved(old.items, from, to)
    cache.setQueryData(policiesQuery.queryKey, { ...old, items })
    order.mutate(items.map((p) => p.id))
  }
  const add = (
    <Button leftSection={<IconPlus size={17} />} disabled={!calendars} onClick={() => setEditing('new')}>
      New policy
    </Button>
  )
  return (
    <Section
      title="Policies"
      description="The first that fits a ticket counts. A change counts for all open tickets."
      actions={add}
    >
      <SettingList
        label="Policies"
        query={policies}
        onEdit={setEditing}
        onMove={move}
        empty={
          <EmptyState icon={IconClockCheck} title="No policies" action={add}>
            No clock runs for any ticket.
          </EmptyState>
        }
        badges={(p) => !p.active && <Badge color="gray">Out of use</Badge>}
        actions={(p) => (
          <ActionIcon aria-label={`Delete ${p.name}`} onClick={() => setRemoving(p)}>
            <IconTrash size={17} />
          </ActionIcon>
        )}
      >
        {policyText}
      </SettingList>
      <SweepProgress />
      {editing && calendars && (
        <PolicyModal
          policy={editing === 'new' ? undefined : editing}
          calendars={calendars}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Delete ${removing?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onConfirm={() => remove.mutateAsync(removing!.id)}
      >
        Its open tickets come under the next policy that fits, or have no clock any more.
      </ConfirmModal>
    </Section>
  )
}
