import { ActionIcon, Group, Loader, Text, Tooltip } from '@mantine/core'
import { IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from './copy.ts'
import { toastError } from './toast.tsx'

const SHOWN_FOR = 30_000

interface Props {
  /** What it is: `Social Security number`. */
  label: string
  /** As the server masks it: `•••••1234`. */
  masked: string
  /** Asks the server, which writes it to the log. Absent where the person may not. */
  onReveal?: () => Promise<string>
}

/** An identifier, masked until asked for; hidden again after half a minute. */
export function MaskedValue({ label, masked, onReveal }: Props) {
  const [value, setValue] = useState<string>()
  const [pending, setPending] = useState(false)

  useEffect(() => {
    if (value === undefined) return
    const timer = setTimeout(() => setValue(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [value])

  const reveal = async () => {
    setPending(true)
    await onReveal?.().then(setValue, (error: unknown) => toastError(error))
    setPending(false)
  }
  const ending = masked.replace(/[^0-9a-z]/gi, '')

  return (
    <Group gap={4} wrap="nowrap" mih={30}>
      <Text span ff="monospace" size="sm" aria-live="polite" style={{ overflowWrap: 'anywhere' }}>
        {value ?? (
          <span aria-label={`hidden${ending ? `, ending in ${ending}` : ''}`} role="img">
            {masked}
          </span>
        )}
      </Text>
      {onReveal && value === undefined && (
        <Tooltip label="Reveal: this is written to the audit log">
          <ActionIcon
            size="md"
            aria-label={`Reveal ${label}`}
            disabled={pending}
            onClick={() => void reveal()}
          >
            {pending ? <Loader size={14} /> : <IconEye size={16} />}
          </ActionIcon>
        </Tooltip>
      )}
      {value !== undefined && (
        <>
          <ActionIcon size="md" aria-label={`Copy ${label}`} onClick={() => void copyText(value)}>
            <IconCopy size={16} />
          </ActionIcon>
          <ActionIcon size="md" aria-label={`Hide ${label}`} onClick={() => setValue(undefined)}>
            <IconEyeOff size={16} />
          </ActionIcon>
        </>
      )}
    </Group>
  )
}
