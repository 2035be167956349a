import { Button, Menu, Progress, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '../../../api/client.ts'
import { ErrorAlert } from '../../../ui/ErrorAlert.tsx'
import { deskQuery, type Ticket, type TicketStep, ticketQuery } from '../../queries.ts'
import { Panel } from '../Panel.tsx'
import { ListHead } from './ListHead.tsx'
import { NoteModal } from './NoteModal.tsx'
import { Step } from './Step.tsx'
import classes from './Steps.module.css'

type Act = { step: TicketStep; action: 'done' | 'undo' | 'skip'; note?: string }

/** What is to be done before the ticket may be closed. */
export function Steps({ ticket }: { ticket: Ticket }) {
  const cache = useQueryClient()
  const take = (data: Ticket) => {
    cache.setQueryData(ticketQuery(ticket.id).queryKey, { data, etag: `"${data.version}"` })
    void cache.invalidateQueries({ queryKey: ['audit', 'ticket', ticket.id] })
  }
  const [noting, setNoting] = useState<TicketStep>()
  const act = useMutation({
    mutationFn: ({ step, action, note }: Act) =>
      ok(
        api.POST('/api/v1/tickets/{id}/steps/{stepId}', {
          params: { path: { id: ticket.id, stepId: step.id } },
          body: { action, ...(note && { note }) },
        }),
      ),
    onSuccess: take,
  })
  if (ticket.steps.length === 0) return <NoSteps ticket={ticket} onAdded={take} />
  const settled = ticket.steps.filter((s) => s.state === 'done' || s.state === 'skipped').length
  return (
    <Panel title="Checklist" actions={<AddChecklist ticket={ticket} onAdded={take} />}>
      <Progress
        value={(settled / ticket.steps.length) * 100}
        size="sm"
        mb={4}
        aria-label={`${settled} of ${ticket.steps.length} steps`}
      />
      <Text size="xs" c="dimmed" mb={6}>
        {settled} of {ticket.steps.length}
      </Text>
      {[...Map.groupBy(ticket.steps, (s) => s.checklistId)].map(([id, steps]) => (
        <section key={id} aria-label={steps[0]!.checklistName ?? 'Of every ticket'}>
          {id && <ListHead ticket={ticket} steps={steps} onRemoved={take} />}
          <ul className={classes.list}>
            {steps.map((step) => (
              <Step
                key={step.id}
                step={step}
                locked={!ticket.access.write || act.isPending}
                onAct={(action) => act.mutate({ step, action })}
                onNote={() => setNoting(step)}
              />
            ))}
          </ul>
        </section>
      ))}
      {!noting && <ErrorAlert error={act.error} />}
      {noting && (
        <NoteModal
          title={noting.title}
          onClose={() => setNoting(undefined)}
          onDone={(note) => act.mutateAsync({ step: noting, action: 'done', note })}
        />
      )}
    </Panel>
  )
}

const NoSteps = (props: { ticket: Ticket; onAdded: (t: Ticket) => void }) =>
  props.ticket.access.write ? (
    <Panel title="Checklist" actions={<AddChecklist {...props} />}>
      <Text size="sm" c="dimmed">
        No steps on this ticket.
      </Text>
    </Panel>
  ) : null

function AddChecklist({ ticket, onAdded }: { ticket: Ticket; onAdded: (t: Ticket) => void }) {
  const templates = useQuery(deskQuery).data?.checklists ?? []
  const add = useMutation({
    mutationFn: (templateId: string) =>
      ok(
        api.POST('/api/v1/tickets/{id}/checklists', {
          params: { path: { id: ticket.id } },
          headers: { 'Idempotency-Key': crypto.randomUUID() },
          body: { templateId },
        }),
      ),
    onSuccess: onAdded,
  })
  if (!ticket.access.write || templates.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          loading={add.isPending}
        >
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {templates.map((t) => (
          <Menu.Item key={t.id} onClick={() => add.mutate(t.id)}>
            {t.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
