import { SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'

export const Nothing = () => <Text c="dimmed">Nothing recorded.</Text>

/** What is recorded, label by label; what is empty is left out. */
export function Fields({ items }: { items: [string, ReactNode][] }) {
  const shown = items.filter(([, v]) => v !== undefined && v !== '' && v !== null)
  if (!shown.length) return <Nothing />
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, lg: 3 }} m={0} spacing="lg" verticalSpacing="md">
      {shown.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}
