import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Answer, Session } from '../../api/types.ts'
import { ownLanguageQuery } from '../../i18n/own-language.ts'
import { announcementsQuery } from '../../resources/queries.ts'
import { sessionQuery } from '../../session/session.ts'
import { mineQuery } from '../../signatures/queries.ts'
import type { ServersClock } from '../../ui/drawn.ts'
import { toReadQuery } from '../documents/queries.ts'
import { openFormsQuery } from '../forms/queries.ts'
import { meQuery, requestsQuery, threadsQuery } from '../queries.ts'

/** The server’s answers that came with the page, by what was asked for. */
export interface Given {
  at: string
  answers: Record<string, unknown>
}

/** Under which key the app keeps what is asked for by these paths; `server/portal-home.ts` asks for the same. */
const KEYS: Record<string, QueryKey> = {
  '/session': sessionQuery.queryKey,
  '/portal/me': meQuery.queryKey,
  '/portal/threads?limit=30': threadsQuery.queryKey,
  '/portal/requests': requestsQuery.queryKey,
  '/portal/reading': toReadQuery.queryKey,
  '/announcements': announcementsQuery.queryKey,
  '/portal/form-responses?state=open&limit=100': openFormsQuery.queryKey,
  '/portal/signatures': mineQuery('portal').queryKey,
  '/me/language': ownLanguageQuery.queryKey,
}

/** As if it had just been asked for. */
export function fill(client: QueryClient, { answers }: Given): void {
  for (const [path, key] of Object.entries(KEYS)) client.setQueryData(key, answers[path])
}

/** By which clock the server draws: its own, and in the organization’s zone as it can’t know the reader’s. */
export function clockOf({ at, answers }: Given): ServersClock {
  const { timeZone } = answers['/portal/me'] as Answer<'/api/v1/portal/me', 'get'>
  return { now: Date.parse(at), timeZone }
}

/** Takes what the server put into the page out of it. */
export function takeGiven(): { given: Given; session: Session; language: string | null } | undefined {
  const block = document.getElementById('given')
  const text = block?.textContent
  block?.remove()
  if (!text) return undefined
  const given = JSON.parse(text) as Given
  const session = given.answers['/session'] as Session | undefined
  if (!session) return undefined
  const { language } = given.answers['/me/language'] as Answer<'/api/v1/me/language', 'get'>
  return { given, session, language }
}
