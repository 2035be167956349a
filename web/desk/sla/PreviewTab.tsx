import { List, SegmentedControl, Select, SimpleGrid, Stack, Text, ThemeIcon } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { groupList } from '../../access/api.ts'
import { api, ok } from '../../api/client.ts'
import type { Answer } from '../../api/types.ts'
import { useMay } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { Section } from '../../ui/Section.tsx'
import { exactTime } from '../../ui/time.ts'
import { choices, typesQuery, usable } from '../settings/queries.ts'
import { TicketPicker } from '../TicketPicker.tsx'
import { PRIORITIES } from '../words.ts'
import { type Clock, ClockLine } from './ClockLine.tsx'
import classes from './PreviewTab.module.css'

type Preview = Answer<'/api/v1/sla/preview', 'post'>

const CRITERIA = {
  active: ['in use', 'out of use'],
  who: ['client fits', 'another client'],
  priority: ['priority fits', 'another priority'],
  type: ['type fits', 'another type'],
} as const

/** Which policy a ticket comes under and why, and when it would be due. */
export function PreviewTab() {
  const may = useMay()
  const groups = useQuery(groupList).data?.items
  const types = usable(useQuery(typesQuery).data?.items)
  const [way, setWay] = useState<'draft' | 'ticket'>('draft')
  const [ticketId, setTicketId] = useState<string | null>(null)
  const [draft, setDraft] = useState<{ groupId?: string; typeId?: string; priority: string }>({
    priority: '3',
  })
  const groupId = draft.groupId ?? groups?.[0]?.id
  const typeId = draft.typeId ?? types[0]?.id
  const ticket =
    way === 'ticket'
      ? ticketId && { id: ticketId }
      : groupId && typeId && { groupId, typeId, clientId: null, priority: Number(draft.priority) }
  const preview = useQuery({
    queryKey: ['sla', 'preview', ticket],
    queryFn: ({ signal }) => {
      if (!ticket) throw new Error('no ticket to ask about')
      return ok(api.POST('/api/v1/sla/preview', { body: { ticket }, signal }))
    },
    enabled: Boolean(ticket),
    placeholderData: keepPreviousData,
  })
  return (
    <Section
      title="Try it out"
      description="Which policy a ticket comes under, why, and when it would be due."
    >
      <div className={classes.columns}>
        <Stack gap="sm">
          {may('tickets:read') && (
            <SegmentedControl
              aria-label="Which ticket"
              value={way}
              onChange={(v) => setWay(v as typeof way)}
              data={[
                { value: 'draft', label: 'As it might be' },
                { value: 'ticket', label: 'One that there is' },
              ]}
            />
          )}
          {way === 'ticket' ? (
            <TicketPicker value={ticketId} onChange={setTicketId} />
          ) : (
            <SimpleGrid cols={1} spacing="sm">
              <Select
                label="Client group"
                searchable
                allowDeselect={false}
                data={choices(groups)}
                value={groupId ?? null}
                onChange={(v) => v && setDraft({ ...draft, groupId: v })}
              />
              <Select
                label="Type"
                allowDeselect={false}
                data={choices(types)}
                value={typeId ?? null}
                onChange={(v) => v && setDraft({ ...draft, typeId: v })}
              />
              <Select
                label="Priority"
                allowDeselect={false}
                data={PRIORITIES.map((p) => ({ value: String(p.value), label: p.label }))}
                value={draft.priority}
                onChange={(v) => v && setDraft({ ...draft, priority: v })}
              />
            </SimpleGrid>
          )}
        </Stack>
        <div role="status" aria-busy={preview.isPlaceholderData}>
          <ErrorAlert error={preview.error} onRetry={() => void preview.refetch()} />
          {preview.data && !preview.error && <Outcome preview={preview.data} />}
        </div>
      </div>
    </Section>
  )
}

function Outcome({ preview }: { preview: Preview }) {
  return (
    <Stack gap="md">
      <Text fw={580}>
        {preview.policy ? `Comes under ${preview.policy.name}` : 'No policy fits: no clock runs'}
      </Text>
      {preview.policy && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Due name="First answer" clock={preview.response} />
          <Due name="Resolution" clock={preview.resolution} />
        </SimpleGrid>
      )}
      {preview.considered.length > 0 && (
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            Asked in this order
          </Text>
          <List spacing={6} size="sm" listStyleType="none">
            {preview.considered.map((p) => (
              <List.Item
                key={p.id}
                icon={
                  <ThemeIcon size={20} radius="xl" variant="light" color={p.fits ? 'green' : 'gray'}>
                    {p.fits ? (
                      <IconCheck size={13} aria-label="fits" />
                    ) : (
                      <IconX size={13} aria-label="does not fit" />
                    )}
                  </ThemeIcon>
                }
              >
                <b>{p.name}</b>{' '}
                <Text span c="dimmed" inherit>
                  {p.criteria.map((c) => CRITERIA[c.criterion][c.fits ? 0 : 1]).join(', ')}
                </Text>
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  )
}

const Due = ({ name, clock }: { name: string; clock: Clock }) => (
  <div>
    <ClockLine name={name} clock={clock} />
    {clock.state === 'none' ? (
      <Text size="sm" c="dimmed">
        {name}: no clock
      </Text>
    ) : (
      clock.dueAt && <Text size="xs">{exactTime(clock.dueAt)}</Text>
    )}
  </div>
)
