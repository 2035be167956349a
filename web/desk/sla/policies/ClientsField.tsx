import { Input, Pill, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { Answer } from '../../../api/types.ts'
import { useMay } from '../../../session/session.ts'
import { ClientPicker } from '../../ClientPicker.tsx'

interface Props {
  ids: string[]
  onChange: (ids: string[]) => void
  error?: React.ReactNode
  /** One at most. */
  one?: boolean
}

/** Single clients that a policy is for. Who may not see clients sees how many there are, and may take them out. */
export function ClientsField({ ids, onChange, error, one }: Props) {
  const sees = useMay()('clients:read')
  const cache = useQueryClient()
  // Names of those that were just found; to name the others their whole record would have to be read.
  const found = cache
    .getQueriesData<Answer<'/api/v1/clients/search', 'post'>>({ queryKey: ['clients', 'pick'] })
    .flatMap(([, answer]) => answer?.items ?? [])
  if (!sees && ids.length === 0) return null
  return (
    <Input.Wrapper label={!one ? 'Clients' : ids.length > 0 && 'Client'} labelElement="div" error={error}>
      <Pill.Group mb={6}>
        {ids.map((id, at) => (
          <Pill
            key={id}
            withRemoveButton
            onRemove={() => onChange(ids.filter((x) => x !== id))}
            removeButtonProps={{ 'aria-label': one ? 'Remove the client' : `Remove client ${at + 1}` }}
          >
            {found.find((c) => c.id === id)?.displayName ?? (one ? 'A client' : `Client ${at + 1}`)}
          </Pill>
        ))}
      </Pill.Group>
      {sees ? (
        <ClientPicker
          label={!one ? 'Add a client' : ids.length ? 'Another client' : 'Client (optional)'}
          value={null}
          onChange={(id) => id && !ids.includes(id) && onChange([...ids, id])}
        />
      ) : (
        <Text size="sm" c="dimmed">
          Your roles do not show who they are.
        </Text>
      )}
    </Input.Wrapper>
  )
}
