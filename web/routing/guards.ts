import { redirect } from '@tanstack/react-router'
import { queryClient } from '../api/query-client.ts'
import { inPortal } from '../session/safe-next.ts'
import { sessionQuery } from '../session/session.ts'

/** Sends staff and people of the portal to their own pages, and whoever is not signed in, or not all the way, to the sign-in page, and remembers where they wanted to go. */
export async function requireSession(path: string): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (session?.stage === 'full') {
    const portal = session.user.kind === 'portal'
    if (portal === inPortal(path)) return
    throw redirect({ to: portal ? '/portal' : '/', replace: true })
  }
  throw redirect({ to: '/sign-in', search: path === '/' ? {} : { next: path }, replace: true })
}
