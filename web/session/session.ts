import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, ok, PASSIVE, setCsrf } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { queryClient } from '../api/query-client.ts'
import type { Session } from '../api/types.ts'

/** What the server's clock shows more than this device's, in milliseconds. */
let skew = 0
export const serverNow = (): number => Date.now() + skew

async function fetchSession(): Promise<Session | null> {
  try {
    const { data, response } = await api.GET('/api/v1/session', { headers: PASSIVE })
    noteClock(response.headers.get('date'))
    if (data) setCsrf(data.csrfToken)
    return data ?? null
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** HTTP dates have whole seconds: the middle of the second is the best guess. */
function noteClock(said: string | null): void {
  const date = Date.parse(said ?? '')
  if (!Number.isNaN(date)) skew = date + 500 - Date.now()
}

/** Takes a session that came with the page at a moment of the server’s clock. */
export function noteSession(session: Session, at: string): void {
  setCsrf(session.csrfToken)
  noteClock(at)
}

/** Who is signed in; null for nobody. Asking doesn't keep the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

/** The session as the server knows it now. */
export const refreshSession = (): Promise<Session | null> =>
  queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })

/** Somebody is there: starts the idle time anew. */
export async function extendSession(): Promise<Session> {
  const session = await ok(api.POST('/api/v1/session/extend', { body: {} }))
  setCsrf(session.csrfToken)
  queryClient.setQueryData(sessionQuery.queryKey, session)
  return session
}

/** The session, on the pages behind the sign-in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('no session')
  return data
}

/** Whether the signed-in person holds a permission: `const may = useMay(); may('users:manage')`. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}
