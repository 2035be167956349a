import { ActionIcon, Anchor, Badge, Button, Switch, Tooltip } from '@mantine/core'
import { IconCalendarRepeat, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { sendJson } from '../../api/use-save.ts'
import { useMay } from '../../session/session.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { toastError } from '../../ui/toast.tsx'
import { useClientNames } from '../client-names.ts'
import { nameIn } from '../settings/queries.ts'
import { NobodyStands, savedByText } from '../settings/SavedBy.tsx'
import { SettingList } from '../settings/SettingList.tsx'
import { templatesQuery } from '../templates/queries.ts'
import { atText, timesText } from './form.ts'
import { type Schedule, schedulesQuery } from './queries.ts'
import { ScheduleModal } from './ScheduleModal.tsx'

const WHY: Record<string, string> = {
  forbidden: 'who saved it may not open tickets there',
  'nobody-stands-for-it': 'who saved it may open no tickets any more',
  'template-out-of-use': 'its template is out of use',
  'invalid-input': 'it names what is not there any more: a client, a queue, a type or a checklist',
}

/** Tickets that are opened again and again. */
export function RecurringTab() {
  const may = useMay()
  const schedules = useQuery(schedulesQuery)
  const templates = useQuery(templatesQuery).data?.items
  const names = useClientNames((schedules.data?.items ?? []).flatMap((s) => s.clientId ?? []))
  const [editing, setEditing] = useState<Schedule | 'new'>()
  const [removing, setRemoving] = useState<Schedule>()
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/ticket-schedules/{id}', { params: { path: { id } } })),
    meta: { touches: ['desk'] },
  })
  const pause = useMutation({
    mutationFn: ({ id, version, name, templateId, clientId, times, paused }: Schedule) =>
      sendJson(
        'PUT',
        `/api/v1/ticket-schedules/${id}`,
        { name, templateId, clientId, times, paused: !paused },
        { 'If-Match': `"${version}"` },
      ),
    meta: { touches: ['desk'] },
    onError: (error) => toastError(error, 'It stays as it was'),
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New recurring ticket
    </Button>
  )
  return (
    <Section
      title="Recurring tickets"
      description="Opened by themselves at their times, from a template."
      actions={add}
    >
      <SettingList
        label="Recurring tickets"
        query={schedules}
        onEdit={setEditing}
        manyActions
        badges={(s) => (
          <>
            {s.paused && <Badge color="gray">Paused</Badge>}
            <NobodyStands savedBy={s.savedBy} />
            {s.lastRefusal && <Badge color="red">Last one failed</Badge>}
          </>
        )}
        actions={(s) => (
          <>
            <Switch
              aria-label={`${s.name} comes`}
              checked={!s.paused}
              disabled={pause.isPending}
              onChange={() => pause.mutate(s)}
            />
            <Tooltip label="Remove">
              <ActionIcon size="md" aria-label={`Remove ${s.name}`} onClick={() => setRemoving(s)}>
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
        empty={
          <EmptyState icon={IconCalendarRepeat} title="No recurring tickets yet" action={add}>
            The backups to look at every Monday, the fridge to read off on the first of the month: made from a
            template, at its time.
          </EmptyState>
        }
      >
        {(s) => (
          <>
            <div>
              {nameIn(templates, s.templateId) ?? 'A template'}, {timesText(s.times)}
              {s.clientId && may('clients:read') && (
                <>
                  , for{' '}
                  <Anchor component={Link} to="/clients/$clientId" params={{ clientId: s.clientId } as never}>
                    {names.get(s.clientId) ?? 'a client'}
                  </Anchor>
                </>
              )}
              {s.clientId && !may('clients:read') && ', for a client'}
            </div>
            <div>{savedByText(s, (name) => `Opened behind walls that let ${name} open tickets.`)}</div>
            {s.nextAt && <div>Next: {atText(s.nextAt, s.times.timeZone)}</div>}
            {s.lastRefusal && (
              <div>The last one was not opened: {WHY[s.lastRefusal] ?? 'it was refused'}.</div>
            )}
          </>
        )}
      </SettingList>
      {editing && (
        <ScheduleModal
          schedule={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <ConfirmModal
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Remove ${removing?.name ?? ''}?`}
        confirmLabel="Remove"
        danger
        onConfirm={() => remove.mutateAsync(removing!.id)}
      >
        No more tickets are opened by it. Those that it opened stay.
      </ConfirmModal>
    </Section>
  )
}
