import { useNetwork } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { queryClient } from '../api/query-client.ts'
import { onSignal } from '../api/signals.ts'
import { refreshSession } from '../session/session.ts'

const ASK_EVERY = 5000
const SAY_BACK_FOR = 4000

export type NetworkState = 'fine' | 'offline' | 'unreachable' | 'back'

/**
 * Whether answers come. While none do, the server is asked every five seconds; when it answers, what is on screen
 * and stale is asked again.
 */
export function useNetworkState(): NetworkState {
  const { online } = useNetwork()
  const [reachable, setReachable] = useState(true)
  const [back, setBack] = useState(false)
  const down = !online || !reachable
  const wasDown = useRef(false)

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
    if (reachable || !online) return
    const ask = () => void refreshSession().catch(() => {})
    ask()
    const timer = setInterval(ask, ASK_EVERY)
    return () => clearInterval(timer)
  }, [reachable, online])

  useEffect(() => {
    if (down) {
      wasDown.current = true
      return setBack(false)
    }
    if (!wasDown.current) return
    wasDown.current = false
    setBack(true)
    void queryClient.refetchQueries({ type: 'active', stale: true })
    const timer = setTimeout(() => setBack(false), SAY_BACK_FOR)
    return () => clearTimeout(timer)
  }, [down])

  if (!online) return 'offline'
  if (!reachable) return 'unreachable'
  return back ? 'back' : 'fine'
}
