import { Button, Card, Group, Select, Text, TextInput } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok, send } from '../api/client.ts'
import { useCursorList } from '../api/lists.ts'
import { useMay } from '../session/session.ts'
import { CopyButton } from '../ui/CopyButton.tsx'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { saveAs } from '../ui/save-as.ts'
import { TimeAgo } from '../ui/TimeAgo.tsx'
import { EventTable, type LogEvent } from './EventTable.tsx'

const TYPES = [
  'client',
  'user',
  'role',
  'team',
  'client-group',
  'facility',
  'organization',
  'token',
  'keys',
  'import',
  'break-glass',
]
const OUTCOMES = ['done', 'refused', 'failed']

/** The whole log, with filters, its newest checkpoint and its download. */
export function AuditPage() {
  const may = useMay()
  const search = useSearch({ strict: false }) as { session?: string }
  const [actorId, setActorId] = useState<string | null>(null)
  const [action, setAction] = useState('')
  const [objectType, setObjectType] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<string | null>(null)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [error, setError] = useState<unknown>()
  const people = useQuery({
    queryKey: ['users', 'choices', 'all'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/users', { params: { query: { limit: 200 } }, signal })),
    enabled: may('users:read'),
  })
  const asked = {
    ...(actorId && { actorId }),
    ...(/^[a-z0-9.-]+$/.test(action.trim()) && { action: action.trim() }),
    ...(objectType && { objectType }),
    ...(outcome && { outcome: outcome as 'done' }),
    ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
    ...(to && { to: new Date(`${to}T23:59:59`).toISOString() }),
    ...(search.session && { sessionId: search.session }),
  }
  const list = useCursorList<LogEvent>(
    ['audit', 'events', JSON.stringify(asked)],
    (cursor, signal) =>
      ok(
        api.GET('/api/v1/audit/events', {
          params: { query: { ...asked, ...(cursor && { cursor }), limit: 50 } },
          signal,
        }),
      ),
    { keepPrevious: true },
  )
  const download = async () => {
    setError(undefined)
    try {
      const response = await send(new Request(`${location.origin}/api/v1/audit/export`))
      saveAs(await response.blob(), response)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Every read, change, sign-in, refusal and export. Nobody can change it unnoticed."
        actions={
          may('audit:export') && (
            <Button
              variant="default"
              leftSection={<IconDownload size={17} />}
              onClick={() => void download()}
            >
              Download with proofs
            </Button>
          )
        }
      />
      <ErrorAlert error={error} />
      <Checkpoint />
      <Group my="md" gap="sm" align="flex-end">
        {people.data && (
          <Select
            label="Who"
            placeholder="Anybody"
            clearable
            searchable
            data={people.data.items.map((u) => ({ value: u.id, label: u.displayName }))}
            value={actorId}
            onChange={setActorId}
            flex="1 1 180px"
          />
        )}
        <TextInput
          label="Action"
          placeholder="client.read"
          value={action}
          onChange={(e) => setAction(e.currentTarget.value)}
          flex="1 1 140px"
        />
        <Select
          label="On"
          placeholder="Anything"
          clearable
          data={TYPES}
          value={objectType}
          onChange={setObjectType}
          flex="1 1 140px"
        />
        <Select
          label="Outcome"
          placeholder="Any"
          clearable
          data={OUTCOMES}
          value={outcome}
          onChange={setOutcome}
          flex="1 1 120px"
        />
        <TextInput
          type="date"
          label="From"
          value={from}
          onChange={(e) => setFrom(e.currentTarget.value)}
          flex="1 1 140px"
        />
        <TextInput
          type="date"
          label="To"
          value={to}
          onChange={(e) => setTo(e.currentTarget.value)}
          flex="1 1 140px"
        />
      </Group>
      <EventTable label="Audit log" list={list} withObject />
    </>
  )
}

function Checkpoint() {
  const checkpoint = useQuery({
    queryKey: ['audit', 'checkpoint'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/audit/checkpoint', { signal })),
  })
  const c = checkpoint.data
  if (!c) return null
  return (
    <Card withBorder radius="lg" padding="md">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap">
          <IconShieldCheck size={22} aria-hidden />
          <div>
            <Text fw={560}>
              {c.trouble
                ? 'The log needs attention: nothing is signed just now'
                : `${c.size.toLocaleString()} events under a signed checkpoint`}
            </Text>
            <Text size="sm" c="dimmed">
              {c.at && (
                <>
                  Signed <TimeAgo at={c.at} />.{' '}
                </>
              )}
              Verify a download offline with this key.
            </Text>
          </div>
        </Group>
        <CopyButton value={c.verifierKey}>Copy the verifier key</CopyButton>
      </Group>
    </Card>
  )
}
