import { api, ok } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { fingerprintOf } from './fingerprint.ts'
import { PieceSize, pause } from './line.ts'
import { putPiece } from './put-piece.ts'

/** What takes a file. */
export interface Target {
  /** Says that a file comes, once however often it is said under one key; answers where its bytes go. */
  announce(file: Announced, signal: AbortSignal, key: string): Promise<Place>
}

export interface Announced {
  name: string
  size: number
  /** An upload of the same file that broke off goes on, if the target knows of one. */
  fingerprint: string | undefined
}

export interface Place {
  id: string
  /** Where its bytes are put. */
  path: string
  /** How many of them are there already. */
  from: number
  /** How many of them the server has. */
  received(): Promise<number>
}

export interface Owner {
  type: 'ticket' | 'client' | 'thread' | 'form-response'
  id: string
}

/** A ticket or a client, as what takes files; with one's own message there, they go with it. */
export const ownerTarget = (owner: Owner, messageId?: string): Target => ({
  async announce({ name, size }, signal, key) {
    const { id, received } = await ok(
      api.POST('/api/v1/files', {
        headers: { 'Idempotency-Key': key },
        body: { ownerType: owner.type, ownerId: owner.id, name, size, messageId },
        signal,
      }),
    )
    const params = { path: { id } }
    return {
      id,
      path: `/api/v1/files/${id}/content`,
      from: received,
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
  key: string = crypto.randomUUID(),
): Promise<string> {
  const progress = (sent: number, waiting = false) => onProgress({ sent, total: file.size, waiting })
  const place = await announced(target, file, signal, key, () => progress(0, true))
  const size = new PieceSize()
  let offset = place.from
  let failures = 0
  while (offset < file.size) {
    try {
      const from = offset
      const began = performance.now()
      const piece = file.slice(from, from + size.bytes)
      offset = await putPiece(place.path, piece, from, signal, (sent) => progress(from + sent))
      size.took(performance.now() - began)
      failures = 0
      progress(offset)
    } catch (error) {
      // All of it had arrived; only the answer got lost.
      if (error instanceof ApiProblem && error.slug === 'file-complete') break
      if (signal.aborted || !passes(error) || failures > MOST_FAILURES) throw error
      size.failed()
      progress(offset, true)
      await pause(failures, signal)
      // As long as the device itself says that it has no network, nothing was tried.
      if (navigator.onLine) failures++
      offset = await place.received().catch(() => offset)
    }
  }
  return place.id
}

/** The same announcement again and again while the line is away: an answer that got lost makes no second file. */
async function announced(
  target: Target,
  file: File,
  signal: AbortSignal,
  key: string,
  onWaiting: () => void,
): Promise<Place> {
  const what = { name: file.name || 'file', size: file.size, fingerprint: await fingerprintOf(file) }
  for (let failures = 0; ; ) {
    try {
      return await target.announce(what, signal, key)
    } catch (error) {
      const away = error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
      if (signal.aborted || !(away || isStillWorking(error)) || failures >= MOST_FAILURES) throw error
      onWaiting()
      await pause(failures, signal)
      if (navigator.onLine) failures++
    }
  }
}

/** The first request of this key has not come to its end yet. */
const isStillWorking = (error: unknown) => error instanceof ApiProblem && error.slug === 'still-working'

/** The line was away, the server busy, or it had more than we thought. */
const passes = (error: unknown) =>
  error instanceof ApiProblem &&
  (error.status === 0 || error.status >= 500 || (error.status === 409 && error.slug !== 'version-conflict'))
