import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconTemplate, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { type Desk, deskQuery } from '../queries.ts'
import { nameIn } from '../settings/queries.ts'
import { SettingList } from '../settings/SettingList.tsx'
import { IMPACTS, URGENCIES } from '../words.ts'
import type { TicketTemplate } from './fill.ts'
import { templatesQuery } from './queries.ts'
import { TemplateModal } from './TemplateModal.tsx'

/** What a template fills in and whom it is for, in words. */
function saysText(t: TicketTemplate, desk: Desk | undefined): string {
  const teams = t.teamIds.map((id) => nameIn(desk?.teams, id) ?? 'a team')
  return [
    t.subject && `“${t.subject}”`,
    t.queueId && (nameIn(desk?.queues, t.queueId) ?? 'a queue'),
    t.typeId && (nameIn(desk?.types, t.typeId) ?? 'a type'),
    t.impact && `impact: ${IMPACTS[t.impact - 1]?.label.toLowerCase()}`,
    t.urgency && `urgency: ${URGENCIES[t.urgency - 1]?.label.toLowerCase()}`,
    t.tags?.length && `tags ${t.tags.join(', ')}`,
    t.checklistId && `checklist ${nameIn(desk?.checklists, t.checklistId) ?? ''}`,
    teams.length ? `for ${teams.join(', ')}` : 'for everybody',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What new tickets may begin with. */
export function TemplatesTab() {
  const templates = useQuery(templatesQuery)
  const desk = useQuery(deskQuery).data
  const [editing, setEditing] = useState<TicketTemplate | 'new'>()
  const [removing, setRemoving] = useState<TicketTemplate>()
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/ticket-templates/{id}', { params: { path: { id } } })),
    meta: { touches: ['desk'] },
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New template
    </Button>
  )
  return (
    <Section
      title="Templates"
      description="What the form for a new ticket is filled in with. Tickets that began with one stay as they are."
      actions={add}
    >
      <SettingList
        label="Templates"
        query={templates}
        onEdit={setEditing}
        actions={(t) => (
          <Tooltip label="Remove">
            <ActionIcon size="md" aria-label={`Remove ${t.name}`} onClick={() => setRemoving(t)}>
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        empty={
          <EmptyState icon={IconTemplate} title="No templates yet" action={add}>
            A new colleague, a lost badge: what is asked for again and again, with its queue, priority and
            checklist.
          </EmptyState>
        }
      >
        {(t) => saysText(t, desk)}
      </SettingList>
      {editing && (
        <TemplateModal
          template={editing === 'new' ? undefined : editing}
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
        Nobody is offered it any more. Tickets stay as they are.
      </ConfirmModal>
    </Section>
  )
}
