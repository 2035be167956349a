import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes a stream to a temporary file that only this user can read. */
export async function spool(
  source: AsyncIterable<Uint8Array>,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-export-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'export.ndjson')
  try {
    await pipeline(Readable.from(source, { objectMode: true }), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await remove()
    throw error
  }
  return { path, remove }
}
