import { Code, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from '../ui/CopyButton.tsx'
import { SYSTEMS, type System } from './commands.ts'

/** Which system the commands are for. */
export function SystemChoice({ value, onChange }: { value: System; onChange: (s: System) => void }) {
  return (
    <SegmentedControl
      aria-label="The computer’s system"
      data={SYSTEMS}
      value={value}
      onChange={(v) => onChange(v as System)}
      fullWidth
    />
  )
}

/** A step with something to paste into a terminal. What holds a secret is not shown in full. */
export function Step({
  n,
  title,
  command,
  secret,
  children,
}: {
  n: number
  title: string
  command?: string
  secret?: boolean
  children?: ReactNode
}) {
  return (
    <Stack gap={6} component="li" style={{ listStyle: 'none' }}>
      <Text fw={560}>
        {n}. {title}
      </Text>
      {children && (
        <Text size="sm" c="dimmed" component="div">
          {children}
        </Text>
      )}
      {command && (
        <>
          <Code
            block
            tabIndex={0}
            mah={secret ? 150 : undefined}
            style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', overflowY: 'auto' }}
          >
            {command}
          </Code>
          <Group>
            <CopyButton value={command} />
          </Group>
        </>
      )}
    </Stack>
  )
}
