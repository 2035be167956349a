import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { send } from './client.ts'
import type { Answer, paths } from './types.ts'

/** What a request to a path takes. */
export type BodyOf<P extends keyof paths, M extends 'post' | 'put' | 'patch'> = paths[P][M] extends {
  requestBody: { content: { 'application/json': infer B } }
}
  ? B
  : never

interface Known {
  id: string
  version: number
}

/** One JSON request where the path is put together; refusals are thrown as everywhere. */
export async function sendJson<T>(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await send(
    new Request(`${location.origin}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )
  return (await response.json()) as T
}

/**
 * Adds what is new, at most once for the same body, or changes what is known, in the version that was shown. `touches`
 * are the first parts of the keys that show it.
 */
export function useSave<P extends keyof paths>(
  path: P,
  known: Known | undefined,
  touches: string[],
  change: 'PUT' | 'PATCH' = 'PUT',
): UseMutationResult<Answer<P, 'post'>, Error, BodyOf<P, 'post'>> {
  const last = useRef<{ text: string; key: string }>(undefined)
  return useMutation({
    mutationFn: (body: BodyOf<P, 'post'>) => {
      if (known)
        return sendJson<Answer<P, 'post'>>(change, `${path}/${known.id}`, body, {
          'If-Match': `"${known.version}"`,
        })
      const text = JSON.stringify(body)
      if (last.current?.text !== text) last.current = { text, key: crypto.randomUUID() }
      return sendJson<Answer<P, 'post'>>('POST', path, body, { 'Idempotency-Key': last.current.key })
    },
    meta: { touches },
  })
}
