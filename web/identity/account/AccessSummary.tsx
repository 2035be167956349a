import { Group, Text } from '@mantine/core'
import type { ClassAccess, FieldClass } from '../../api/types.ts'
import { useSession } from '../../session/session.ts'
import { FieldClassBadge } from '../../ui/FieldClassBadge.tsx'

/** Which kinds of fields the signed-in person sees, and may change. */
export function AccessSummary() {
  const { fieldClasses, permissions } = useSession()
  const seen = Object.entries(fieldClasses) as [FieldClass, ClassAccess][]
  if (!permissions.includes('clients:read') || seen.length === 0)
    return <Text c="dimmed">Your roles show you no protected health information.</Text>
  return (
    <div>
      <Text c="dimmed" mb={6}>
        Of the clients your teams serve, you see these fields. A pencil marks what you may change.
      </Text>
      <Group gap={6}>
        {seen.map(([name, access]) => (
          <FieldClassBadge key={name} name={name} access={access} />
        ))}
      </Group>
    </div>
  )
}
