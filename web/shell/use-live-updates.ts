import { useEffect } from 'react'
import { queryClient } from '../api/query-client.ts'
import { type Change, followLive } from './live-stream.ts'

/** One kind is asked again at most this often, in ms: a busy day at another facility is no storm here. */
const EVERY = 500
/** Under which kind a thing is asked for, where that is not its plural. */
const KINDS: Record<string, string> = {
  facility: 'facilities',
  'sla-policy': 'sla',
  'sla-calendar': 'sla',
  'time-entry': 'time',
  mailbox: 'mail',
  folder: 'documents',
  'form-response': 'forms',
  'link-group': 'links',
  'portal-person': 'portal-people',
}

const kindOf = ({ type, id }: Change) => (id ? (KINDS[type] ?? `${type}s`) : type)

/**
 * Others' changes: the server names what changed by its kind or its id, and whatever here shows it is asked again.
 * The stream itself carries nothing about anybody.
 */
export function useLiveUpdates(): void {
  useEffect(() => {
    const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; again: boolean }>()
    const askAgain = (kind: string) => {
      const before = waiting.get(kind)
      if (before) {
        before.again = true
        return
      }
      void queryClient.invalidateQueries({ queryKey: [kind] })
      const timer = setTimeout(() => {
        const { again } = waiting.get(kind)!
        waiting.delete(kind)
        if (again) askAgain(kind)
      }, EVERY)
      waiting.set(kind, { timer, again: false })
    }
    const stop = followLive((news) => {
      if (news === 'anew') void queryClient.invalidateQueries()
      else for (const kind of new Set(news.changes.map(kindOf))) askAgain(kind)
    })
    return () => {
      stop()
      for (const { timer } of waiting.values()) clearTimeout(timer)
    }
  }, [])
}
