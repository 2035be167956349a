import type { QueryKey } from '@tanstack/react-query'
import { queryClient } from '../../api/query-client.ts'
import type { Answer, Session } from '../../api/types.ts'
import { ownLanguageQuery } from '../../i18n/own-language.ts'
import { announcementsQuery } from '../../resources/queries.ts'
import { noteSession, sessionQuery } from '../../session/session.ts'
import { mineQuery } from '../../signatures/queries.ts'
import { toReadQuery } from '../documents/queries.ts'
import { openFormsQuery } from '../forms/queries.ts'
import { meQuery, requestsQuery, threadsQuery } from '../queries.ts'

/** The server’s answers that came with the page, by what was asked for. */
interface Given {
  at: string
  answers: Record<string, unknown>
}

/** Under which key the app keeps what is asked for by these paths; `server/portal-home.ts` asks for the same. */
const KEYS: Record<string, QueryKey> = {
  '/portal/me': meQuery.queryKey,
  '/portal/threads?limit=30': threadsQuery.queryKey,
  '/portal/requests': requestsQuery.queryKey,
  '/portal/reading': toReadQuery.queryKey,
  '/announcements': announcementsQuery.queryKey,
  '/portal/form-responses?state=open&limit=100': openFormsQuery.queryKey,
  '/portal/signatures': mineQuery('portal').queryKey,
  '/me/language': ownLanguageQuery.queryKey,
}

/**
 * Takes what the server put into the page, as if it had just been asked for. Answers the language that the person chose, or
 * undefined where nothing is in the page.
 */
export function takeGiven(): { language: string | null } | undefined {
  const block = document.getElementById('given')
  const text = block?.textContent
  block?.remove()
  if (!text) return undefined
  const { at, answers } = JSON.parse(text) as Given
  const session = answers['/session'] as Session | undefined
  if (!session) return undefined
  noteSession(session, at)
  queryClient.setQueryData(sessionQuery.queryKey, session)
  for (const [path, key] of Object.entries(KEYS)) queryClient.setQueryData(key, answers[path])
  return answers['/me/language'] as Answer<'/api/v1/me/language', 'get'>
}
