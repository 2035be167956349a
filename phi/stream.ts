import { type AsyncDetectOptions, DEFAULT_MIN_CONFIDENCE, raise } from './detect.ts'
import type { Finding } from './kinds.ts'
import { BODY, CONTEXT, type Scanned, Scanner } from './scanner.ts'

/**
 * As `detect`, for a text that comes in pieces: the same findings, however it is cut, in memory that does not grow
 * with it.
 */
export async function* detectStream(
  pieces: AsyncIterable<string> | Iterable<string>,
  options: AsyncDetectOptions = {},
): AsyncGenerator<Finding> {
  const scanner = new Scanner({
    ...options,
    minConfidence: options.minConfidence ?? DEFAULT_MIN_CONFIDENCE,
    candidates: options.areKnownNames !== undefined,
  })
  try {
    yield* scanPieces(pieces, scanner, options)
  } finally {
    scanner.release()
  }
}

async function* scanPieces(
  pieces: AsyncIterable<string> | Iterable<string>,
  scanner: Scanner,
  options: AsyncDetectOptions,
): AsyncGenerator<Finding> {
  /** The text from `base` on; `body` is where the next body begins in it. */
  let held = ''
  let base = 0
  let body = 0
  const next = (to: number): Scanned => {
    const scanned = scanner.scan(held.slice(0, to + CONTEXT), base, body, to)
    const from = Math.max(0, to - CONTEXT)
    held = held.slice(from)
    base += from
    body = to - from
    return scanned
  }
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += BODY) {
      held += piece.slice(at, at + BODY)
      while (held.length > body + BODY + CONTEXT) yield* judged(next(body + BODY), options)
    }
  }
  while (body < held.length) yield* judged(next(Math.min(body + BODY, held.length)), options)
}

async function* judged(scanned: Scanned, options: AsyncDetectOptions): AsyncGenerator<Finding> {
  const { areKnownNames } = options
  const ask = areKnownNames && scanned.candidates.length > 0
  yield* ask ? raise(scanned, await areKnownNames(scanned.candidates)) : scanned.findings
}
