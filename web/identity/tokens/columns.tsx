import { Badge, Group, Text } from '@mantine/core'
import type { ServiceToken } from '../../api/types.ts'
import { TimeAgo } from '../../ui/TimeAgo.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { useNow } from '../../ui/use-now.ts'

const SHOWN = 3

export const columns: Column<ServiceToken>[] = [
  {
    key: 'name',
    header: 'Name',
    phone: 'title',
    cell: (t) => (
      <Group gap={8}>
        <Text fw={560}>{t.name}</Text>
        <State token={t} />
      </Group>
    ),
  },
  { key: 'user', header: 'Acts as', cell: (t) => t.user?.name ?? '–' },
  { key: 'scopes', header: 'Scopes', cell: (t) => <Scopes scopes={t.scopes} /> },
  { key: 'used', header: 'Last used', cell: (t) => <TimeAgo at={t.lastUsedAt} never="never" /> },
  { key: 'ends', header: 'Ends', cell: (t) => <TimeAgo at={t.expiresAt} /> },
]

function State({ token }: { token: ServiceToken }) {
  const now = useNow()
  if (token.revokedAt) return <Badge color="gray">Revoked</Badge>
  if (Date.parse(token.expiresAt) <= now) return <Badge color="gray">Expired</Badge>
  return null
}

function Scopes({ scopes }: { scopes: string[] }) {
  if (scopes.includes('*')) return <Badge color="amber">Everything its user may</Badge>
  return (
    <Group gap={4} title={scopes.join(', ')}>
      {scopes.slice(0, SHOWN).map((scope) => (
        <Badge key={scope} color="gray">
          {scope}
        </Badge>
      ))}
      {scopes.length > SHOWN && (
        <Text size="xs" c="dimmed">
          and {scopes.length - SHOWN} more
        </Text>
      )}
    </Group>
  )
}
