import { Box } from '@mantine/core'

/** A state that needs no attention: a dot and a word. */
export function StatusDot({
  color,
  children,
}: {
  color: 'green' | 'gray' | 'amber' | 'red' | 'blue'
  children: string
}) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7, whiteSpace: 'nowrap' }}>
      <Box component="span" w={8} h={8} bg={`${color}.5`} style={{ borderRadius: '50%', flex: 'none' }} />
      {children}
    </span>
  )
}
