import { Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'

/** A step's heading; it takes the focus when the step follows another, unless a field of the step has it. */
export function DoorTitle({ children, hint }: { children: string; hint?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <div>
      <Title order={1} size="h1" ref={heading} tabIndex={-1}>
        {children}
      </Title>
      {hint && (
        <Text c="dimmed" mt={6} component="div">
          {hint}
        </Text>
      )}
    </div>
  )
}
