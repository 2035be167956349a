import { useEffect, useRef, useState } from 'react'
import { onSignal } from '../api/signals.ts'
import { leaveFreely } from '../ui/use-leave-warning.ts'
import { type Deadlines, type Phase, phaseAt, warnBefore } from './clock.ts'
import { leave } from './leave.ts'
import { extendSession, refreshSession, serverNow, useSession } from './session.ts'
import { onTabMessage, tellTabs } from './tabs.ts'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const
const CALM: Phase = { kind: 'calm', wakeIn: 0 }

/**
 * Follows the session's time. Somebody who types or clicks without a request keeps it alive; so does another
 * tab. When the end comes near, the server is asked before anybody is alarmed, and again before anybody is
 * signed out.
 */
export function useSessionPhase(): Phase {
  const session = useSession()
  const [phase, setPhase] = useState<Phase>(CALM)
  const activeAt = useRef(0)
  const userId = session.user.id
  const deadlines = useRef<Deadlines>(read(session))
  deadlines.current = read(session)
  const idleLength = useRef(0)
  idleLength.current = Math.max(idleLength.current, deadlines.current.idle - serverNow())

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    let announced = false

    const refresh = async () => {
      const now = await refreshSession().catch(() => undefined)
      if (now === null || (now && now.stage !== 'full')) return leave('ended')
      if (now && now.user.id !== userId) {
        leaveFreely()
        return location.assign('/')
      }
      if (now) deadlines.current = read(now)
    }
    const tick = async () => {
      clearTimeout(timer)
      const warn = warnBefore(idleLength.current)
      // When the session was last kept alive, by whatever: a click that itself did so counts once.
      const keptAt = deadlines.current.idle - idleLength.current
      const alive =
        activeAt.current > keptAt && serverNow() - keptAt > Math.min(60_000, idleLength.current / 4)
      if (alive && !announced) {
        const extended = await extendSession().catch(() => undefined)
        if (extended) tellTabs('extended')
      }
      let next = phaseAt(serverNow(), deadlines.current, warn)
      if (next.kind !== 'calm' && !announced) {
        await refresh()
        next = phaseAt(serverNow(), deadlines.current, warn)
      }
      if (stopped) return
      if (next.kind === 'over') {
        await refresh()
        next = phaseAt(serverNow(), deadlines.current, warn)
        if (next.kind === 'over') return leave(next.of)
      }
      announced = next.kind === 'warning'
      setPhase((last) => (next.kind === 'calm' && last.kind === 'calm' ? last : next))
      timer = setTimeout(() => void tick(), next.kind === 'calm' ? Math.max(next.wakeIn, 1000) : 1000)
    }

    const alive = () => {
      activeAt.current = serverNow()
    }
    const look = () => document.visibilityState === 'visible' && void tick()
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    const stopListening = [
      onSignal('signed-out', () => leave('ended')),
      onSignal('session-changed', () => void refresh()),
      onTabMessage((message) => {
        if (message === 'signed-out') leave('signed-out')
        else void refresh().then(tick)
      }),
    ]
    void tick()
    return () => {
      stopped = true
      clearTimeout(timer)
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true })
      document.removeEventListener('visibilitychange', look)
      for (const stop of stopListening) stop()
    }
  }, [userId])

  return phase
}

function read(session: { idleExpiresAt: string; absoluteExpiresAt: string }): Deadlines {
  return { idle: Date.parse(session.idleExpiresAt), absolute: Date.parse(session.absoluteExpiresAt) }
}
