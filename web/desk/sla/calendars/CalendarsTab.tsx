import { ActionIcon, Button } from '@mantine/core'
import { IconCalendarTime, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../../api/client.ts'
import { ConfirmModal } from '../../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SettingList } from '../../settings/SettingList.tsx'
import { type Calendar, calendarsQuery } from '../queries.ts'
import { CalendarModal } from './CalendarModal.tsx'
import { weekText } from './hours.ts'

/** When the organization works. */
export function CalendarsTab() {
  const calendars = useQuery(calendarsQuery)
  const [editing, setEditing] = useState<Calendar | 'new'>()
  const [removing, setRemoving] = useState<Calendar>()
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/sla/calendars/{id}', { params: { path: { id } } })),
    meta: { touches: ['sla'] },
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New calendar
    </Button>
  )
  return (
    <Section
      title="Calendars"
      description="When you work: outside of these hours no time passes for a ticket."
      actions={add}
    >
      <SettingList
        label="Calendars"
        query={calendars}
        onEdit={setEditing}
        empty={
          <EmptyState icon={IconCalendarTime} title="No calendars yet" action={add}>
            A policy counts by one.
          </EmptyState>
        }
        actions={(c) => (
          <ActionIcon aria-label={`Delete ${c.name}`} onClick={() => setRemoving(c)}>
            <IconTrash size={17} />
          </ActionIcon>
        )}
      >
        {(c) =>
          [
            c.alwaysOpen ? 'Around the clock' : weekText(c.weekly),
            c.timeZone ?? `${c.zone}, the organization’s`,
            c.holidays.length > 0 && `${c.holidays.length} holiday${c.holidays.length === 1 ? '' : 's'}`,
            `${c.policies} ${c.policies === 1 ? 'policy' : 'policies'}`,
          ]
            .filter(Boolean)
            .join(' · ')
        }
      </SettingList>
      {editing && (
        <CalendarModal
          calendar={editing === 'new' ? undefined : editing}
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
        Only a calendar that no policy counts by can be deleted.
      </ConfirmModal>
    </Section>
  )
}
