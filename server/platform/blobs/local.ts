import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where sealed files lie. What is written here is ciphertext already; see `sealed-stream.ts`. */
export interface BlobStore {
  /** Stores the chunks durably under the id; nothing is there if it fails. Answers the bytes written. */
  write(orgId: string, id: string, chunks: AsyncIterable<Uint8Array>): Promise<number>
  read(orgId: string, id: string): AsyncIterable<Buffer>
  /** Removing what is not there is no error. */
  remove(orgId: string, id: string): Promise<void>
  /** Ids of an organization's blobs that were written before `before`. */
  olderThan(orgId: string, before: Date): Promise<string[]>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Files in a local folder, one folder an organization. A file appears whole or not at all. */
export class LocalBlobs implements BlobStore {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  async write(orgId: string, id: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.#path(orgId, id)
    const partial = `${path}.partial`
    await mkdir(this.#folder(orgId), { recursive: true, mode: 0o700 })
    try {
      const bytes = await writeAll(await open(partial, 'wx', 0o600), chunks)
      await rename(partial, path)
      await syncFolder(this.#folder(orgId))
      return bytes
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  }

  read(orgId: string, id: string): AsyncIterable<Buffer> {
    return createReadStream(this.#path(orgId, id), { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>
  }

  async remove(orgId: string, id: string): Promise<void> {
    await rm(this.#path(orgId, id), { force: true })
  }

  async olderThan(orgId: string, before: Date): Promise<string[]> {
    const names = await readdir(this.#folder(orgId)).catch(() => [])
    const old: string[] = []
    for (const name of names) {
      const known = await stat(join(this.#folder(orgId), name)).catch(() => undefined)
      if (known && known.mtime < before) old.push(name.replace(/\.partial$/, ''))
    }
    return [...new Set(old)]
  }

  #folder(orgId: string): string {
    if (!UUID.test(orgId)) throw new Error('blob ids must be UUIDs')
    return join(this.#root, orgId)
  }

  #path(orgId: string, id: string): string {
    if (!UUID.test(id)) throw new Error('blob ids must be UUIDs')
    return join(this.#folder(orgId), id)
  }
}

async function writeAll(file: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      let at = 0
      while (at < chunk.length) at += (await file.write(chunk, at)).bytesWritten
      bytes += chunk.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return bytes
}

/** So that the new name survives a power cut as well; not all systems can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
