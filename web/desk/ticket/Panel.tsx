import { Group, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  actions?: ReactNode
  children: ReactNode
}

/** A part of what stands beside the conversation. */
export function Panel({ title, actions, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" gap="xs" mb={6} mih={28}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  )
}
