import { Alert, List } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../api/client.ts'
import { calendarDate } from '../ui/time.ts'
import type { NewClient } from './new-client.ts'

/** Clients who may be the one that is being added: seen in time, there is one record and not two. */
export function PossibleTwins({ values, onOpen }: { values: NewClient; onOpen: () => void }) {
  const { kind, given, family, organisationName, birthDate } = values
  const name = kind === 'person' ? `${given} ${family}`.trim() : organisationName.trim()
  const enough = kind === 'person' ? Boolean(given.trim() && family.trim()) : name.length > 3
  const [q] = useDebouncedValue(enough ? name : '', 500)
  const found = useQuery({
    queryKey: ['clients', 'twins', kind, q],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q, kind, limit: 10 }, signal })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  if (!enough || !q) return null
  const twins = (found.data?.items ?? [])
    .filter((c) => !birthDate || !c.birthDate || c.birthDate === birthDate)
    .slice(0, 3)
  if (twins.length === 0) return null
  return (
    <Alert role="status" color="amber" icon={<IconUsers size={18} />} title="Is it one of these?">
      <List size="sm" listStyleType="none">
        {twins.map((c) => (
          <List.Item key={c.id}>
            <Link to="/clients/$clientId" params={{ clientId: c.id }} onClick={onOpen}>
              {c.displayName}
            </Link>
            {c.birthDate && `, born ${calendarDate(c.birthDate)}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
