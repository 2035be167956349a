import { Button, Divider } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { ErrorAlert } from '../../ui/ErrorAlert.tsx'
import { passkeysWork } from './passkey.ts'

interface Props {
  label: string
  /** What it stands beside; said between the two. */
  or?: string
  variant?: 'filled' | 'default'
  use: () => Promise<unknown>
}

/** The way in by a finger, a face or a PIN; nothing where the browser knows no passkeys. */
export function PasskeyButton({ label, or, variant = 'default', use }: Props) {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  if (!passkeysWork()) return null
  const go = async () => {
    setPending(true)
    setError(undefined)
    await use().catch(setError)
    setPending(false)
  }
  return (
    <>
      {or && <Divider label={or} />}
      <ErrorAlert error={error} />
      <Button
        type="button"
        size="md"
        variant={variant}
        loading={pending}
        leftSection={<IconFingerprint size={20} />}
        onClick={() => void go()}
      >
        {label}
      </Button>
    </>
  )
}
