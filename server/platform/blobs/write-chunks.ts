import type { FileHandle } from 'node:fs/promises'

/** Bytes that gather before they are written in one go. */
const BATCH = 1024 * 1024
/** Batches that may be on their way to the disk while the next one is made. */
const AHEAD = 2

/**
 * Writes all chunks and syncs once, then closes the file. Writing goes on beside the making of further chunks, in
 * bounded memory. Answers the bytes written.
 */
export async function writeChunks(file: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let at = 0
  let batch: Uint8Array[] = []
  let gathered = 0
  const underWay: Promise<void>[] = []
  const flush = async () => {
    if (underWay.length >= AHEAD) await underWay.shift()
    const write = writeAll(file, batch, at)
    // Awaited later; a failure must not count as unhandled until then.
    write.catch(() => {})
    underWay.push(write)
    at += gathered
    batch = []
    gathered = 0
  }
  try {
    for await (const chunk of chunks) {
      batch.push(chunk)
      gathered += chunk.length
      if (gathered >= BATCH) await flush()
    }
    if (gathered > 0) await flush()
    await Promise.all(underWay)
    await file.sync()
    return at
  } finally {
    await Promise.allSettled(underWay)
    await file.close()
  }
}

/** `writev` may write less than it was given. */
async function writeAll(file: FileHandle, buffers: Uint8Array[], from: number): Promise<void> {
  let left = buffers
  let at = from
  while (left.length > 0) {
    const { bytesWritten } = await file.writev(left, at)
    at += bytesWritten
    let skip = bytesWritten
    left = left.flatMap((b) => {
      if (skip >= b.length) {
        skip -= b.length
        return []
      }
      const rest = b.subarray(skip)
      skip = 0
      return [rest]
    })
  }
}
