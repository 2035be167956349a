import { redirect } from '@tanstack/react-router'
import { queryClient } from '../api/query-client.ts'
import { sessionQuery } from '../session/session.ts'

/** Sends whoever is not signed in, or not all the way, to the sign-in page, and remembers where they wanted to go. */
export async function requireSession(path: string): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (session?.stage === 'full') return
  throw redirect({ to: '/sign-in', search: path === '/' ? {} : { next: path }, replace: true })
}
