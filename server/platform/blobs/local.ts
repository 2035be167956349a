import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BlobMissing, type BlobStore, BlobsUnavailable, type ByteRange, checkIds, isBlobId } from './store.ts'
import { writeChunks } from './write-chunks.ts'

const MARK = '.store'
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** What is said of the request or the disk, and not of the store. */
const OWN_ANSWER = new Set(['ENOSPC', 'EDQUOT'])

/** Files in a local folder, one folder an organization. A file appears whole or not at all. */
export class LocalBlobs implements BlobStore {
  readonly #root: string

  /**
   * Makes the root once, with a mark in it. A root that vanishes later, or is an empty folder where a disk was mounted,
   * is told by the missing mark, and is not written to.
   */
  constructor(root: string) {
    this.#root = root
    mkdirSync(root, { recursive: true, mode: 0o700 })
    writeFileSync(join(root, MARK), '')
  }

  async #mustBeThere(): Promise<void> {
    await stat(join(this.#root, MARK)).catch((cause) => {
      throw new BlobsUnavailable(cause)
    })
  }

  async write(orgId: string, id: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const path = this.#path(orgId, id)
    const partial = `${path}.partial`
    const source = watched(chunks)
    await this.#mustBeThere()
    try {
      await mkdir(this.#folder(orgId), { mode: 0o700 }).catch(ignore('EEXIST'))
      const bytes = await writeChunks(await open(partial, 'wx', 0o600), source.chunks)
      await rename(partial, path)
      await syncFolder(this.#folder(orgId))
      return bytes
    } catch (error) {
      await rm(partial, { force: true }).catch(() => {})
      throw source.failed === error ? error : ofTheStore(error)
    }
  }

  async *read(orgId: string, id: string, range?: ByteRange): AsyncGenerator<Buffer> {
    try {
      yield* createReadStream(this.#path(orgId, id), { highWaterMark: 512 * 1024, ...range })
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw ofTheStore(error)
      await this.#mustBeThere()
      throw new BlobMissing()
    }
  }

  async remove(orgId: string, id: string): Promise<void> {
    const path = this.#path(orgId, id)
    // What is not there is removed only where the store itself is there.
    await this.#mustBeThere()
    try {
      await rm(path, { force: true })
      await rm(`${path}.partial`, { force: true })
    } catch (error) {
      throw ofTheStore(error)
    }
  }

  async olderThan(orgId: string, before: Date): Promise<string[]> {
    const names = await readdir(this.#folder(orgId)).catch(() => [])
    const old = new Set<string>()
    for (const name of names) {
      const id = name.replace(/\.partial$/, '')
      const known = await stat(join(this.#folder(orgId), name)).catch(() => undefined)
      if (known?.isFile() && known.mtime < before && isBlobId(id)) old.add(id)
    }
    return [...old]
  }

  async probe(): Promise<string> {
    const id = randomUUID()
    await this.write(
      NOBODY,
      id,
      (async function* () {
        yield Buffer.from('probe')
      })(),
    )
    for await (const _ of this.read(NOBODY, id));
    await this.remove(NOBODY, id)
    return `local folder ${this.#root}`
  }

  #folder(orgId: string): string {
    checkIds(orgId)
    return join(this.#root, orgId)
  }

  #path(orgId: string, id: string): string {
    checkIds(id)
    return join(this.#folder(orgId), id)
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | null)?.code ?? ''

const ignore = (code: string) => (error: unknown) => {
  if (codeOf(error) !== code) throw error
}

/** An error of the file system becomes "not available"; a full disk has an answer of its own. */
function ofTheStore(error: unknown): unknown {
  const code = codeOf(error)
  return /^E[A-Z]+$/.test(code) && !OWN_ANSWER.has(code) ? new BlobsUnavailable(error) : error
}

/** Tells an error of who sends from an error of the store. */
function watched(chunks: AsyncIterable<Uint8Array>) {
  const source = { failed: undefined as unknown, chunks: pass() }
  return source
  async function* pass() {
    try {
      yield* chunks
    } catch (error) {
      source.failed = error
      throw error
    }
  }
}

/** So that the new name survives a power cut as well; not all systems can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
