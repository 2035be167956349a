import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlayerPlayFilled, IconPlayerStopFilled, IconSwitchHorizontal } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ErrorAlert } from '../ui/ErrorAlert.tsx'
import { toast } from '../ui/toast.tsx'
import { type Timer, TOUCHES, timerQuery } from './queries.ts'
import StopModal from './StopModal.tsx'
import { useClock } from './use-clock.ts'
import { clockText, durationText } from './words.ts'

/** Starts the timer on a ticket, stops it, or brings it here from another. */
export function TimerControl({ ticketId }: { ticketId: string }) {
  const cache = useQueryClient()
  const { data: timer, isPending } = useQuery(timerQuery)
  const start = useMutation({
    mutationFn: (change: boolean) =>
      ok(api.POST('/api/v1/timer/start', { body: { ticketId, switch: change } })),
    meta: TOUCHES,
    onSuccess: (data) => {
      cache.setQueryData(timerQuery.queryKey, data.timer)
      if (data.stopped)
        toast(
          `${durationText(data.stopped.minutes)} kept as a draft on #${data.stopped.ticketNumber}; the timer runs here now`,
        )
    },
  })
  return (
    <Stack gap="xs">
      {timer?.ticketId === ticketId ? (
        <RunsHere timer={timer} />
      ) : timer ? (
        <RunsElsewhere timer={timer} pending={start.isPending} onSwitch={() => start.mutate(true)} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPlayFilled size={15} />}
          disabled={isPending}
          loading={start.isPending}
          onClick={() => start.mutate(false)}
        >
          Start the timer
        </Button>
      )}
      <ErrorAlert error={start.error} />
    </Stack>
  )
}

function RunsHere({ timer }: { timer: Timer }) {
  const [stopping, setStopping] = useState(false)
  const clock = clockText(useClock(timer))
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text span role="timer" aria-label="Timer on this ticket" fz={22} fw={640}>
        {clock}
      </Text>
      <Button leftSection={<IconPlayerStopFilled size={15} />} onClick={() => setStopping(true)}>
        Stop
      </Button>
      {stopping && <StopModal timer={timer} onClose={() => setStopping(false)} />}
    </Group>
  )
}

interface ElsewhereProps {
  timer: Timer
  pending: boolean
  onSwitch: () => void
}

function RunsElsewhere({ timer, pending, onSwitch }: ElsewhereProps) {
  const clock = clockText(useClock(timer))
  return (
    <>
      <Text size="sm">
        Your timer runs on{' '}
        <Anchor
          component={Link}
          to="/tickets/$ticketId"
          params={{ ticketId: timer.ticketId } as never}
          inherit
        >
          {timer.ticketNumber === null ? 'another ticket' : `#${timer.ticketNumber}`}
        </Anchor>{' '}
        <span role="timer">{clock}</span>
      </Text>
      <Button
        variant="default"
        leftSection={<IconSwitchHorizontal size={16} />}
        loading={pending}
        onClick={onSwitch}
      >
        Switch to this ticket
      </Button>
    </>
  )
}
