import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The newest signed checkpoint of each organization's log, kept beside the keys and so apart from the database:
 * a database that was rolled back or cut short is held against it. One small file an organization.
 */
export class LogState {
  readonly #folder: string

  constructor(keysDir: string) {
    this.#folder = join(keysDir, 'log-state')
  }

  #path(orgId: string): string {
    return join(this.#folder, `${orgId}.checkpoint`)
  }

  /** The signed note as it was kept; undefined when none was. Throws when there is one that can't be read. */
  async read(orgId: string): Promise<string | undefined> {
    try {
      return await readFile(this.#path(orgId), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  /** Keeps a checkpoint that the database has committed. Written whole and synced: a crash leaves the old or the new. */
  async keep(orgId: string, note: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const temporary = `${this.#path(orgId)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
    try {
      const file = await open(temporary, 'wx', 0o600)
      try {
        await file.writeFile(note)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, this.#path(orgId))
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await this.#sync()
  }

  /**
   * Puts a checkpoint aside that the database no longer has, as evidence, and `note` in its place; without one the
   * log begins anew. The evidence is written before the old file goes: a crash loses neither.
   */
  async supersede(
    orgId: string,
    lost: { size: number; note: string },
    note: string | undefined,
  ): Promise<void> {
    const evidence = join(this.#folder, `${orgId}.lost-${lost.size}-${Date.now()}.checkpoint`)
    await writeFile(evidence, lost.note, { mode: 0o600, flag: 'wx', flush: true })
    await this.#sync()
    if (note !== undefined) return this.keep(orgId, note)
    await rm(this.#path(orgId), { force: true })
    await this.#sync()
  }

  async #sync(): Promise<void> {
    const folder = await open(this.#folder, 'r')
    await folder.sync().catch(() => {})
    await folder.close()
  }
}
