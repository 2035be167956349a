/** The longest resource accepted, in bytes. */
export const MAX_RESOURCE_BYTES = 32 * 1024 * 1024

export type Line = { line: number; bytes: Buffer } | { line: number; tooLong: true }

const NEWLINE = 0x0a

/**
 * Splits chunks into lines (NDJSON), in memory bounded by the longest line allowed. A longer one is passed over
 * and reported, and reading goes on behind it.
 */
export async function* lines(
  chunks: AsyncIterable<Buffer>,
  max: number = MAX_RESOURCE_BYTES,
): AsyncGenerator<Line, void, undefined> {
  let parts: Buffer[] = []
  let size = 0
  let line = 1
  const finish = (): Line => {
    const done: Line = size > max ? { line, tooLong: true } : { line, bytes: Buffer.concat(parts, size) }
    parts = []
    size = 0
    line++
    return done
  }
  for await (const chunk of chunks) {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start)
      const part = chunk.subarray(start, end < 0 ? chunk.length : end)
      size += part.length
      if (size > max) parts = []
      else if (part.length > 0) parts.push(part)
      if (end < 0) break
      yield finish()
      start = end + 1
    }
  }
  if (size > 0) yield finish()
}
