import type { AnyRouter } from '@tanstack/react-router'
import type { Session } from '../../api/types.ts'
import { safeNext } from '../../session/safe-next.ts'
import { refreshSession } from '../../session/session.ts'
import { tellTabs } from '../../session/tabs.ts'

/**
 * After a step of the sign-in: asks the server where the session stands, and goes in when it is complete.
 * Otherwise gives the session for the step that follows.
 */
export async function arrive(router: AnyRouter, next: string | undefined): Promise<Session | null> {
  const session = await refreshSession()
  if (session?.stage === 'full') {
    tellTabs('signed-in')
    await router.navigate({ href: safeNext(next, session.user.kind), replace: true })
  }
  return session
}
