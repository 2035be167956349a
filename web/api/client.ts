import createClient from 'openapi-fetch'
import { ApiProblem, problemOf, unreachable } from './problem.ts'
import { signal } from './signals.ts'
import type { paths } from './types.ts'

let csrf = ''
let screen = '/'

/** The token that changes must carry; it comes with the session. */
export const setCsrf = (token: string): void => {
  csrf = token
}

/** The headers of a change that is not sent by `api` or `send`: an upload that shows its progress. */
export const changeHeaders = (): Record<string, string> => ({ 'X-CSRF-Token': csrf, 'X-Screen': screen })

/** The pattern of the page on screen (`/clients/:id`), for the log of what a session visited. */
export const setScreen = (pattern: string): void => {
  screen = pattern
}

/** Sent with what the app asks by itself, so that it doesn't count as somebody being there. */
export const PASSIVE = { 'X-Passive': '1' } as const

/**
 * The API, typed by its own description: `await ok(api.GET('/api/v1/users', { params: { query } }))`.
 * Every refusal is thrown as an {@link ApiProblem}.
 */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin, fetch: send })

/** The answer's data; the client has thrown if there is none. */
export async function ok<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}

/** The answer's data with its `ETag`, for a change that must name the version it changes. */
export async function okWithTag<T>(
  answer: Promise<{ data?: T; response: Response }>,
): Promise<{ data: T; etag: string }> {
  const { data, response } = await answer
  return { data: data as T, etag: response.headers.get('etag') ?? '' }
}

/** As `fetch`, with the session's headers; for what is not JSON (uploads, downloads). Throws as `api` does. */
export async function send(request: Request): Promise<Response> {
  try {
    return await attempt(request)
  } catch (error) {
    if (error instanceof ApiProblem) report(error.slug, request)
    throw error
  }
}

/** What a refusal says about the session itself; `session.ts` listens. */
function report(slug: string, request: Request): void {
  if (slug === 'csrf') signal('session-changed')
  if (slug === 'unauthenticated' && !request.url.endsWith('/api/v1/session')) signal('signed-out')
  if (slug === 'sign-in-unfinished') signal('session-changed')
}

async function attempt(request: Request): Promise<Response> {
  if (request.method !== 'GET' && csrf) request.headers.set('X-CSRF-Token', csrf)
  request.headers.set('X-Screen', screen)
  const response = await fetch(request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    signal('unreachable')
    throw unreachable()
  })
  signal('reached')
  if (!response.ok) throw await problemOf(response)
  return response
}
