import { Input, Pill, Text } from '@mantine/core'
import { useMay } from '../../../session/session.ts'
import { ClientPicker } from '../../ClientPicker.tsx'
import { useClientNames } from '../../client-names.ts'

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
  const names = useClientNames(ids)
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
            {names.get(id) ?? (one ? 'A client' : `Client ${at + 1}`)}
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
