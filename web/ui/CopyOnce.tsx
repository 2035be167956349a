import { Alert, Code, Group, Stack, Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { CopyButton } from './CopyButton.tsx'

interface Props {
  /** What it is, such as `The invitation link`. */
  label: string
  value: string
  children?: ReactNode
}

/** A secret that is shown this once, with a button to copy it. */
export function CopyOnce({ label, value, children }: Props) {
  return (
    <Stack gap="sm">
      <Text fw={560}>{label}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', userSelect: 'all' }}>
        {value}
      </Code>
      <Group>
        <CopyButton value={value} variant="filled" />
      </Group>
      <Alert color="amber" icon={<IconAlertCircle size={18} />}>
        {children ?? 'It is shown only now: Wellkeep keeps no copy that could be read again.'}
      </Alert>
    </Stack>
  )
}
