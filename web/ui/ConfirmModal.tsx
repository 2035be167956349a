import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ErrorAlert } from './ErrorAlert.tsx'

interface Props {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
  confirmLabel: string
  /** Red, for what can't be undone. */
  danger?: boolean
  /** Asks for a reason, which goes into the log. */
  reason?: { label: string; description?: string; required: boolean }
  onConfirm: (reason: string) => Promise<unknown>
}

/** Asks before something with consequences. Stays open, with the refusal, when it could not be done. */
export function ConfirmModal(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      {props.opened && <Body {...props} />}
    </Modal>
  )
}

function Body({ onClose, children, confirmLabel, danger, reason, onConfirm }: Props) {
  const [text, setText] = useState('')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const missing = Boolean(reason?.required) && text.trim().length < 3

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (missing) return
    setPending(true)
    setError(undefined)
    try {
      await onConfirm(text.trim())
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setPending(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Text component="div">{children}</Text>
        {reason && (
          <Textarea
            data-autofocus
            label={reason.label}
            description={reason.description ?? 'Kept in the audit log.'}
            required={reason.required}
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <ErrorAlert error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            color={danger ? 'red' : undefined}
            loading={pending}
            disabled={missing}
            data-autofocus={!reason || undefined}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
