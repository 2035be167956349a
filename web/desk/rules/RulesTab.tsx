import { ActionIcon, Badge, Button, Switch, Tooltip } from '@mantine/core'
import { IconPlus, IconRobot, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { sendJson } from '../../api/use-save.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Section } from '../../ui/Section.tsx'
import { dayAndTime } from '../../ui/time.ts'
import { toastError } from '../../ui/toast.tsx'
import { NobodyStands, savedByText } from '../settings/SavedBy.tsx'
import { SettingList } from '../settings/SettingList.tsx'
import { useReorder } from '../settings/use-reorder.ts'
import { ruleText } from './form.ts'
import { type Rule, rulesQuery } from './queries.ts'
import { RuleModal } from './RuleModal.tsx'
import { useChoices } from './use-choices.ts'

/** What the desk does by itself when something happens to a ticket. */
export function RulesTab() {
  const rules = useQuery(rulesQuery)
  const choices = useChoices(rules.data?.items.flatMap((r) => r.conditions.clientIds ?? []))
  const [editing, setEditing] = useState<Rule | 'new'>()
  const [removing, setRemoving] = useState<Rule>()
  const { move, pending } = useReorder<Rule>('/api/v1/ticket-rules', rulesQuery.queryKey)
  const remove = useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/v1/ticket-rules/{id}', { params: { path: { id } } })),
    meta: { touches: ['desk'] },
  })
  const turn = useMutation({
    mutationFn: ({ id, version, savedBy: _, failed: __, ...rule }: Rule) =>
      sendJson(
        'PUT',
        `/api/v1/ticket-rules/${id}`,
        { ...rule, enabled: !rule.enabled },
        { 'If-Match': `"${version}"` },
      ),
    meta: { touches: ['desk'] },
    onError: (error) => toastError(error, 'The rule stays as it was'),
  })
  const add = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEditing('new')}>
      New rule
    </Button>
  )
  return (
    <Section
      title="Automations"
      description="What the desk does by itself when something happens to a ticket, one rule after the other. What a rule does sets off no other."
      actions={add}
    >
      <SettingList
        label="Automations"
        query={rules}
        onEdit={setEditing}
        onMove={move}
        moving={pending}
        manyActions
        badges={(r) => (
          <>
            {!r.enabled && <Badge color="gray">Off</Badge>}
            <NobodyStands savedBy={r.savedBy} />
            {r.failed && <Badge color="red">Failed</Badge>}
          </>
        )}
        actions={(r) => (
          <>
            <Switch
              aria-label={`${r.name} in use`}
              checked={r.enabled}
              disabled={turn.isPending || pending}
              onChange={() => turn.mutate(r)}
            />
            <Tooltip label="Remove">
              <ActionIcon size="md" aria-label={`Remove ${r.name}`} onClick={() => setRemoving(r)}>
                <IconTrash size={16} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
        empty={
          <EmptyState icon={IconRobot} title="No automations yet" action={add}>
            Urgent tickets to the team on call, a first answer to who wrote, a tag for each site: what
            somebody would otherwise do by hand every time.
          </EmptyState>
        }
      >
        {(r) => (
          <>
            <div>{ruleText(r, choices)}</div>
            <div>{savedByText(r, (name) => `Acts on tickets that ${name} may change.`)}</div>
            {r.failed && (
              <div>
                Failed unexpectedly, last on {dayAndTime(r.failed.at)} (code {r.failed.code}); the history of
                the ticket tells of it.
              </div>
            )}
          </>
        )}
      </SettingList>
      {editing && (
        <RuleModal
          rule={editing === 'new' ? undefined : editing}
          place={rules.data?.items.length ?? 0}
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
        Tickets stay as they are. Their history says that a rule changed them, and no longer which.
      </ConfirmModal>
    </Section>
  )
}
