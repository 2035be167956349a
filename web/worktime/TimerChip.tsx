import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPlayerStopFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../session/session.ts'
import { type Timer, timerQuery } from './queries.ts'
import classes from './TimerChip.module.css'
import { useClock } from './use-clock.ts'
import { clockText } from './words.ts'

const StopModal = lazy(() => import('./StopModal.tsx'))

/** One's running timer, wherever one is: a way to its ticket, and to stop it. Nothing where none runs. */
export function TimerChip() {
  const may = useMay()
  const timer = useQuery({ ...timerQuery, enabled: may('time:write') }).data
  return timer ? <Running timer={timer} /> : null
}

function Running({ timer }: { timer: Timer }) {
  const [stopping, setStopping] = useState(false)
  const clock = clockText(useClock(timer))
  const ticket = timer.ticketNumber === null ? 'a closed ticket' : `#${timer.ticketNumber}`
  return (
    <div className={classes.chip}>
      <Link
        to="/tickets/$ticketId"
        params={{ ticketId: timer.ticketId }}
        className={classes.link}
        aria-label={`Timer runs on ${ticket}: open it`}
      >
        <span className={classes.dot} aria-hidden />
        <span className={classes.clock} role="timer">
          {clock}
        </span>
        <span className={classes.ticket}>{ticket}</span>
      </Link>
      <Tooltip label="Stop the timer">
        <ActionIcon aria-label="Stop the timer" size="md" onClick={() => setStopping(true)}>
          <IconPlayerStopFilled size={15} />
        </ActionIcon>
      </Tooltip>
      <Suspense>{stopping && <StopModal timer={timer} onClose={() => setStopping(false)} />}</Suspense>
    </div>
  )
}
