import { api, ok } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { stopOnLeaving } from '../push/device.ts'
import { forgetHere } from '../shell/service-worker.ts'
import { leaveFreely } from '../ui/use-leave-warning.ts'
import { tellTabs } from './tabs.ts'

/** Why somebody finds the sign-in page in place of theirs. */
export const END_REASONS = ['idle', 'absolute', 'ended', 'signed-out'] as const
export type EndReason = (typeof END_REASONS)[number]

/**
 * Leaves for the sign-in page by loading it anew: whatever this page held in memory is gone with it.
 * Where the person was comes back after they sign in again, unless they left on purpose.
 */
export function leave(reason: EndReason): void {
  leaveFreely()
  queryClient.clear()
  forgetHere()
  const params = new URLSearchParams({ ended: reason })
  if (reason !== 'signed-out' && location.pathname !== '/') params.set('next', location.pathname)
  location.replace(`/sign-in?${params}`)
}

/** Ends the session here, on the server and in every other tab. */
export async function signOut(): Promise<void> {
  // Whatever the browser makes of it: at the server it ends with the session.
  await Promise.race([stopOnLeaving().catch(() => {}), new Promise((r) => setTimeout(r, 1500))])
  try {
    await ok(api.POST('/api/v1/sign-out', { body: {} }))
  } catch {
    // The session may be over already; without an answer it ends by its idle time.
  }
  tellTabs('signed-out')
  leave('signed-out')
}
