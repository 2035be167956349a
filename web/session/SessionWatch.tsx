import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { problemText } from '../api/problem.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { countdown } from './clock.ts'
import { signOut } from './leave.ts'
import { extendSession } from './session.ts'
import { useSessionPhase } from './use-session-phase.ts'

/** Announces the end of the session before it strikes, and offers what can be done about it. */
export function SessionWatch() {
  const phase = useSessionPhase()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  if (phase.kind !== 'warning') return null
  const idle = phase.of === 'idle'

  const stay = async () => {
    setPending(true)
    setFailure(undefined)
    await extendSession().catch((error: unknown) => setFailure(problemText(error)))
    setPending(false)
  }

  return (
    <Dialog
      onClose={idle ? () => void stay() : () => {}}
      title={idle ? 'Are you still there?' : 'Your session is about to end'}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={idle}
      zIndex="var(--mantine-z-index-max)"
      size="sm"
    >
      <Stack>
        <Text>
          {idle
            ? 'For your clients’ privacy you will be signed out in '
            : 'Sessions have a longest time. This one ends in '}
          <Text span fw={640} role="timer" aria-live="off">
            {countdown(phase.secondsLeft)}
          </Text>
          . {!idle && 'Save your work now; you can sign in again at once.'}
        </Text>
        <VisuallyHidden aria-live="assertive">{spoken(phase.secondsLeft)}</VisuallyHidden>
        {failure && <Text c="red">{failure}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void signOut()}>
            Sign out now
          </Button>
          {idle && (
            <Button data-autofocus loading={pending} onClick={() => void stay()}>
              Stay signed in
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}

/** Screen readers hear the time a few times, not every second. */
function spoken(seconds: number): string {
  const step = seconds > 30 ? 60 : seconds > 10 ? 30 : 10
  return `${step} seconds left`
}
