import { Button, type ButtonProps } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from './copy.ts'

interface Props extends ButtonProps {
  value: string
  children?: string
}

/** Copies, and says so to eyes and ears. */
export function CopyButton({ value, children = 'Copy', ...rest }: Props) {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2500)
    return () => clearTimeout(timer)
  }, [state])
  const label = state === 'done' ? 'Copied' : state === 'failed' ? 'Select and copy by hand' : children
  return (
    <Button
      variant="default"
      leftSection={state === 'done' ? <IconCheck size={16} /> : <IconCopy size={16} />}
      {...rest}
      onClick={() => void copyText(value).then((copied) => setState(copied ? 'done' : 'failed'))}
    >
      <span aria-live="polite">{label}</span>
    </Button>
  )
}
