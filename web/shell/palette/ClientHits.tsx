import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconBuilding, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { problemText } from '../../api/problem.ts'
import type { ClientSummary } from '../../api/types.ts'
import { calendarDate } from '../../ui/time.ts'

const LEAST = 2

/** The clients that match what is typed, after a short pause. Kept no longer than the palette is open. */
export function ClientHits({ query }: { query: string }) {
  const [typed] = useDebouncedValue(query.trim(), 220)
  const navigate = useNavigate()
  const { data, error, isFetching } = useQuery({
    queryKey: ['clients', 'palette', typed],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/clients/search', { body: { q: typed, limit: 7 }, signal })),
    enabled: typed.length >= LEAST,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (query.trim().length < LEAST) return null
  const hits = data?.items ?? []
  return (
    <>
      <Spotlight.ActionsGroup label="Clients">
        {hits.map((hit) => (
          <Spotlight.Action
            key={hit.id}
            label={hit.displayName}
            description={about(hit)}
            leftSection={
              hit.kind === 'person' ? (
                <IconUser size={18} stroke={1.7} />
              ) : (
                <IconBuilding size={18} stroke={1.7} />
              )
            }
            onClick={() => void navigate({ to: '/clients/$clientId', params: { clientId: hit.id } })}
          />
        ))}
      </Spotlight.ActionsGroup>
      {hits.length === 0 && (
        <Spotlight.Empty py="sm" role="status">
          {error
            ? problemText(error)
            : isFetching || typed !== query.trim()
              ? 'Looking…'
              : 'No client you may see matches'}
        </Spotlight.Empty>
      )}
    </>
  )
}

const about = (hit: ClientSummary): string =>
  [hit.birthDate && `born ${calendarDate(hit.birthDate)}`, hit.phone].filter(Boolean).join(' · ')
