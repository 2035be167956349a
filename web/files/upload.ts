import { api, changeHeaders, ok } from '../api/client.ts'
import { ApiProblem, problemOf, unreachable } from '../api/problem.ts'
import { signal as tell } from '../api/signals.ts'

/** What takes a file. */
export interface Target {
  /** Says that a file comes, once however often it is said under one key; answers where its bytes go. */
  announce(file: File, signal: AbortSignal, key: string): Promise<Place>
}

export interface Place {
  id: string
  /** Where its bytes are put. */
  path: string
  /** How many of them the server has. */
  received(): Promise<number>
}

export interface Owner {
  type: 'ticket' | 'client' | 'thread' | 'form-response'
  id: string
}

/** A ticket or a client, as what takes files. */
export const ownerTarget = (owner: Owner): Target => ({
  async announce(file, signal, key) {
    const { id } = await ok(
      api.POST('/api/v1/files', {
        headers: { 'Idempotency-Key': key },
        body: { ownerType: owner.type, ownerId: owner.id, name: file.name || 'file', size: file.size },
        signal,
      }),
    )
    const params = { path: { id } }
    return {
      id,
      path: `/api/v1/files/${id}/content`,
      received: async () => (await ok(api.GET('/api/v1/files/{id}', { params }))).received,
    }
  },
})

export interface Progress {
  /** Bytes. */
  sent: number
  total: number
  /** The network is away: it goes on by itself. */
  waiting: boolean
}

/** A piece is small enough to be sent again on a bad line, and large enough to be fast on a good one. */
const PIECE = 64 * 1024 * 1024
/** How long to wait after the n-th failure in a row, in ms. */
const WAITS = [1000, 2000, 5000, 10_000, 20_000]
const MOST_FAILURES = 30

/**
 * Sends a file piece by piece. After a break it asks how far the server got and goes on from there; it gives up when
 * it is told to, or when the server refuses.
 */
export async function uploadFile(
  target: Target,
  file: File,
  signal: AbortSignal,
  onProgress: (p: Progress) => void,
): Promise<string> {
  const place = await announced(target, file, signal, onProgress)
  let offset = 0
  let failures = 0
  for (;;) {
    try {
      const from = offset
      const piece = file.slice(from, from + PIECE)
      offset = await putPiece(place.path, piece, from, signal, (sent) =>
        onProgress({ sent: from + sent, total: file.size, waiting: false }),
      )
      failures = 0
      onProgress({ sent: offset, total: file.size, waiting: false })
      if (offset >= file.size) return place.id
    } catch (error) {
      // All of it had arrived; only the answer got lost.
      if (error instanceof ApiProblem && error.slug === 'file-complete') return place.id
      if (signal.aborted || !passes(error) || ++failures > MOST_FAILURES) throw error
      onProgress({ sent: offset, total: file.size, waiting: true })
      await pause(WAITS[Math.min(failures, WAITS.length) - 1]!, signal)
      offset = await place.received().catch(() => offset)
    }
  }
}

/** The same announcement again and again while the line is away: an answer that got lost makes no second file. */
async function announced(
  target: Target,
  file: File,
  signal: AbortSignal,
  onProgress: (p: Progress) => void,
): Promise<Place> {
  const key = crypto.randomUUID()
  for (let failures = 0; ; failures++) {
    try {
      return await target.announce(file, signal, key)
    } catch (error) {
      const away = error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
      if (signal.aborted || !(away || isStillWorking(error)) || failures >= MOST_FAILURES) throw error
      onProgress({ sent: 0, total: file.size, waiting: true })
      await pause(WAITS[Math.min(failures, WAITS.length - 1)]!, signal)
    }
  }
}

/** The first request of this key has not come to its end yet. */
const isStillWorking = (error: unknown) => error instanceof ApiProblem && error.slug === 'still-working'

/** The line was away, the server busy, or it had more than we thought. */
const passes = (error: unknown) =>
  error instanceof ApiProblem &&
  (error.status === 0 || error.status >= 500 || (error.status === 409 && error.slug !== 'version-conflict'))

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('Stopped', 'AbortError'))
    })
  })
}

/** One piece; answers how far the file is then. `fetch` can't tell how much was sent. */
function putPiece(
  path: string,
  piece: Blob,
  offset: number,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('upload-offset', String(offset))
    for (const [name, value] of Object.entries(changeHeaders())) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onSent(event.loaded)
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'))
    request.onload = () => {
      if (request.status === 200)
        return resolve((JSON.parse(request.responseText) as { offset: number }).offset)
      const answer = new Response(request.responseText, { status: Math.max(200, request.status) })
      void problemOf(answer).then((problem) => {
        if (problem.slug === 'unauthenticated') tell('signed-out')
        reject(problem)
      })
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(piece)
  })
}
