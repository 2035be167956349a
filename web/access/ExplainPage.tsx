import { Alert, Button, Group, List, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconCheck, IconLock, IconLockOpen, IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { FieldClassBadge } from '../ui/FieldClassBadge.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { call, type Explanation } from './api.ts'

const SAYS = { none: 'sees nothing', read: 'may read', write: 'may read and change' } as const

/** For any user and any client: what the user may see, and why. */
export function ExplainPage() {
  const search = useSearch({ strict: false }) as { client?: string }
  const [userId, setUserId] = useState<string | null>(null)
  const [clientId, setClientId] = useState(search.client ?? '')
  const people = useQuery({
    queryKey: ['users', 'choices'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/users', { params: { query: { limit: 100 } }, signal })),
  })
  const explain = useMutation({
    mutationFn: () => call<Explanation>('GET', `/explain?userId=${userId}&clientId=${clientId.trim()}`),
  })
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (userId && clientId.trim()) explain.mutate()
  }
  return (
    <>
      <PageHeader
        title="Access explained"
        description="What a user may see of a client, and by which role, team and wall. The same rules decide every request."
      />
      <form onSubmit={ask}>
        <Group align="flex-end">
          <Select
            label="User"
            required
            searchable
            placeholder="Choose a user"
            miw={260}
            data={(people.data?.items ?? []).map((u) => ({
              value: u.id,
              label: `${u.displayName} (${u.email})`,
            }))}
            value={userId}
            onChange={setUserId}
          />
          <TextInput
            label="Client’s id"
            required
            description="From the address of the client’s page."
            value={clientId}
            onChange={(e) => setClientId(e.currentTarget.value)}
            miw={320}
          />
          <Button type="submit" loading={explain.isPending} disabled={!userId || !clientId.trim()}>
            Explain
          </Button>
        </Group>
      </form>
      <div aria-live="polite">
        <ErrorAlert error={explain.error ?? people.error} />
        {explain.data && <Answer e={explain.data} />}
      </div>
    </>
  )
}

function Answer({ e }: { e: Explanation }) {
  return (
    <Stack mt="lg">
      <Alert
        color={e.allowed ? 'green' : 'gray'}
        icon={e.allowed ? <IconLockOpen /> : <IconLock />}
        title={`The user ${SAYS[e.access]}${e.access === 'none' ? ' of this client' : ' this client'}`}
      >
        <List spacing={4} size="sm">
          {e.reasons.map((r) => (
            <List.Item key={r.text}>{r.text}</List.Item>
          ))}
        </List>
      </Alert>
      <Section title="By class of field">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          {Object.entries(e.classes).map(([name, c]) => (
            <Stack key={name} gap={4}>
              <Group gap={8}>
                <FieldClassBadge name={name as never} access={c.access} />
              </Group>
              {c.reasons.map((r) => (
                <Text key={r} size="sm" c="dimmed">
                  {r}
                </Text>
              ))}
            </Stack>
          ))}
        </SimpleGrid>
      </Section>
      <Section title="By action">
        <Table>
          <Table.Tbody>
            {e.permissions.map((p) => (
              <Table.Tr key={p.permission}>
                <Table.Td w={32}>
                  {p.allowed ? (
                    <IconCheck size={18} aria-label="allowed" color="var(--mantine-color-green-text)" />
                  ) : (
                    <IconX size={18} aria-label="refused" color="var(--mantine-color-dimmed)" />
                  )}
                </Table.Td>
                <Table.Td>
                  <Text fw={560}>{p.permission}</Text>
                  <Text size="sm" c="dimmed">
                    {p.reasons.join(' · ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Section>
    </Stack>
  )
}
