import { changeHeaders } from '../api/client.ts'
import { problemOf, unreachable } from '../api/problem.ts'
import { signal as tell } from '../api/signals.ts'
import { stopped } from './line.ts'

/** Nothing moved for so long, in ms: a phone that changed from one network to another waits for nobody. */
const STALLED = 60_000

/** Sends one piece; answers how far the file is then. `fetch` can't tell how much was sent. */
export function putPiece(
  path: string,
  piece: Blob,
  offset: number,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let watch: ReturnType<typeof setTimeout>
    const moved = () => {
      clearTimeout(watch)
      watch = setTimeout(() => request.abort(), STALLED)
    }
    const stop = () => request.abort()
    request.open('PUT', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('upload-offset', String(offset))
    for (const [name, value] of Object.entries(changeHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      moved()
      onSent(event.loaded)
    }
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(signal.aborted ? stopped() : unreachable())
    request.onloadend = () => {
      clearTimeout(watch)
      signal.removeEventListener('abort', stop)
    }
    request.onload = () => {
      if (request.status === 200)
        return resolve((JSON.parse(request.responseText) as { offset: number }).offset)
      const answer = new Response(request.responseText, { status: Math.max(200, request.status) })
      void problemOf(answer).then((problem) => {
        if (problem.slug === 'unauthenticated') tell('signed-out')
        reject(problem)
      })
    }
    signal.addEventListener('abort', stop)
    moved()
    request.send(piece)
  })
}
