import { Select, Stack, TagsInput, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fieldErrors } from '../../api/problem.ts'
import { deskQuery, type TicketVersion } from '../queries.ts'
import { IMPACTS, priorityOf, URGENCIES } from '../words.ts'
import { Refusal } from './NotClosable.tsx'
import { useTicketChange } from './use-change.ts'

/** What kind of ticket it is and how urgent. Each field saves by itself. */
export function Details(version: TicketVersion) {
  const { ticket } = version
  const desk = useQuery(deskQuery).data
  const { change, override, pending, error, reset } = useTicketChange(version)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the ticket has changed
  useEffect(reset, [ticket.version, ticket.phiState])
  const locked = !ticket.access.write || pending
  return (
    <Stack gap="sm">
      <Refusal error={error} pending={pending} onOverride={override} />
      <Select
        label="Queue"
        data={(desk?.queues ?? []).map((q) => ({ value: q.id, label: q.name }))}
        value={ticket.queueId}
        allowDeselect={false}
        disabled={locked}
        onChange={(queueId) => queueId && change({ queueId })}
      />
      <Select
        label="Type"
        data={(desk?.types ?? []).map((t) => ({ value: t.id, label: t.name }))}
        value={ticket.typeId}
        allowDeselect={false}
        disabled={locked}
        onChange={(typeId) => typeId && change({ typeId })}
      />
      <Select
        label="Impact"
        data={IMPACTS}
        value={String(ticket.impact)}
        allowDeselect={false}
        disabled={locked}
        onChange={(v) => v && change({ impact: Number(v) })}
      />
      <Select
        label="Urgency"
        data={URGENCIES}
        value={String(ticket.urgency)}
        allowDeselect={false}
        disabled={locked}
        onChange={(v) => v && change({ urgency: Number(v) })}
      />
      <Text size="xs" c="dimmed" mt={-6}>
        Together: {priorityOf(ticket.priority).label.toLowerCase()} priority
      </Text>
      <Tags
        tags={ticket.tags}
        locked={locked}
        error={fieldErrors(error).tags}
        onChange={(tags) => change({ tags })}
      />
    </Stack>
  )
}

interface TagsProps {
  tags: string[]
  locked: boolean
  error: string | undefined
  onChange: (tags: string[]) => void
}

/** Saved when one leaves the field, so that three tags are one change. */
function Tags({ tags, locked, error, onChange }: TagsProps) {
  const [value, setValue] = useState(tags)
  useEffect(() => setValue(tags), [tags])
  const save = () => {
    if (JSON.stringify(value) !== JSON.stringify(tags)) onChange(value)
  }
  return (
    <TagsInput
      label="Tags"
      placeholder={value.length ? undefined : 'printer, vpn'}
      value={value}
      onChange={setValue}
      onBlur={save}
      maxTags={50}
      maxLength={60}
      error={error}
      disabled={locked}
    />
  )
}
