import { useNetwork } from '@mantine/hooks'
import { IconCloudOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { queryClient } from '../api/query-client.ts'
import { onSignal } from '../api/signals.ts'
import { refreshSession } from '../session/session.ts'
import classes from './OfflineBanner.module.css'

const ASK_EVERY = 5000

/** Says that no answers come, for as long as none do. */
export function OfflineBanner() {
  const { online } = useNetwork()
  const [reachable, setReachable] = useState(true)

  useEffect(() => {
    const stop = [
      onSignal('unreachable', () => setReachable(false)),
      onSignal('reached', () => setReachable(true)),
    ]
    return () => {
      for (const s of stop) s()
    }
  }, [])

  useEffect(() => {
    if (reachable) return
    const timer = setInterval(() => void refreshSession().catch(() => {}), ASK_EVERY)
    return () => {
      clearInterval(timer)
      void queryClient.refetchQueries({ type: 'active', stale: true })
    }
  }, [reachable])

  const down = !online || !reachable
  return (
    <div role="status" className={down ? classes.banner : undefined}>
      {down && (
        <>
          <IconCloudOff size={18} aria-hidden />
          {online ? 'The server can’t be reached. Trying again…' : 'This device is offline.'} Changes can’t be
          saved just now.
        </>
      )}
    </div>
  )
}
