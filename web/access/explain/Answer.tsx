import { Alert, Group, List, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconCheck, IconLock, IconLockOpen, IconX } from '@tabler/icons-react'
import { FieldClassBadge } from '../../ui/FieldClassBadge.tsx'
import { Section } from '../../ui/Section.tsx'
import type { Explanation } from '../api.ts'

const SAYS = { none: 'sees nothing', read: 'may read', write: 'may read and change' } as const

interface Props {
  e: Explanation
  /** What was asked about: one client, or all of a group. */
  of: 'this client' | 'the clients of this group'
}

/** What the user may see, and the reasons. */
export function Answer({ e, of }: Props) {
  return (
    <Stack mt="lg">
      <Alert
        color={e.allowed ? 'green' : 'gray'}
        icon={e.allowed ? <IconLockOpen /> : <IconLock />}
        title={`The user ${SAYS[e.access]}${e.access === 'none' ? ' of' : ''} ${of}`}
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
